package dev.personamarket.rating.operations;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.springframework.r2dbc.core.DatabaseClient;

import dev.personamarket.rating.rating.RatingTopic;
import dev.personamarket.testing.TestEngines;

/** The service without a rating, and its log without an event: what other tests did, they did not do to be counted. */
record Slate(DatabaseClient database, TestEngines engines) {

    void clean() throws Exception {
        Awaitility.await("the outbox").until(() -> Long.valueOf(0).equals(database
                .sql("SELECT count(*) FROM outbox WHERE published_at IS NULL").mapValue(Long.class).one().block()));
        database.sql("TRUNCATE rating, rating_summary, found_helpful").then().block();
        var everything = IntStream.range(0, 6).mapToObj(partition -> new TopicPartition(RatingTopic.NAME, partition))
                .collect(Collectors.toMap(partition -> partition, _ -> RecordsToDelete.beforeOffset(-1)));
        try (var admin = Admin.create(Map.of("bootstrap.servers", engines.bootstrapServers()))) {
            admin.deleteRecords(everything).all().get();
        }
    }
}
