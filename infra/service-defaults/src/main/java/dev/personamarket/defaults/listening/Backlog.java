package dev.personamarket.defaults.listening;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far a consumer group has come in its topics, of what was there when somebody began to look. */
final class Backlog implements AutoCloseable {

    private final Admin admin;
    private final String group;
    private final Map<TopicPartition, Long> until = new HashMap<>();

    Backlog(Map<String, Object> settings, String group) {
        this.admin = Admins.create(settings);
        this.group = group;
    }

    /** Marks the place. A topic that is not there yet has nothing to be heard. */
    void begin(Collection<String> topics) throws ExecutionException, InterruptedException {
        var known = admin.listTopics().names().get();
        var there = admin.describeTopics(topics.stream().filter(known::contains).toList()).allTopicNames().get();
        var partitions = there.values().stream().flatMap(topic -> topic.partitions().stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        admin.listOffsets(partitions).all().get().forEach((partition, end) -> until.put(partition, end.offset()));
    }

    /** How many records of then the group has not handled yet, places that compaction has emptied included. */
    long left() throws ExecutionException, InterruptedException {
        var committed = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
        return until.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - offset(committed.get(end.getKey())))).sum();
    }

    /** There is none where nothing was ever committed. */
    private static long offset(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
