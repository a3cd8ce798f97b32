package dev.personamarket.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;

import dev.personamarket.testing.RealEngines;
import dev.personamarket.testing.TestKafka;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(properties = "spring.kafka.producer.properties.interceptor.classes=dev.personamarket.outbox.AfterAcknowledgement")
@RealEngines
class OutboxIntegrationTests {

    private static final String TOPIC = "tests.spoken-words";
    private static final Duration TAKEOVER = Duration.ofSeconds(5);

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxRelay relay;

    @Autowired
    OutboxEndpoint endpoint;

    @Autowired
    OutboxMetrics metrics;

    @Autowired
    MeterRegistry meters;

    @Autowired
    DatabaseClient database;

    @Autowired
    ReactiveTransactionManager transactions;

    @Autowired
    JdbcConnectionDetails jdbc;

    @Autowired
    ProducerFactory<String, byte[]> producers;

    @Autowired
    KafkaAdmin admin;

    @Autowired
    OutboxProperties properties;

    @Autowired
    TestKafka kafka;

    @Test
    void anEventIsPublishedAsACloudEventWhenItsTransactionCommits() {
        var said = said("hello");
        say(said).block();
        var published = awaitPublished(said).getFirst();
        assertThat(published.key()).isEqualTo(said.subject().toString());
        assertThat(new String(published.value())).isEqualTo("{\"id\":\"%s\",\"word\":\"hello\"}".formatted(said.id()));
        assertThat(TestKafka.header(published, "ce_type")).isEqualTo("tests.WordSpoken.v1");
        assertThat(TestKafka.header(published, "ce_source")).isEqualTo("/outbox-tests");
        assertThat(TestKafka.header(published, "ce_subject")).isEqualTo(said.subject().toString());
        assertThat(UUID.fromString(TestKafka.header(published, "ce_id")).version()).isEqualTo(7);
        assertThat(OffsetDateTime.parse(TestKafka.header(published, "ce_time"))).isBefore(OffsetDateTime.now());
    }

    @Test
    void anEventOfATransactionThatFailsIsNeverPublished() {
        var lost = said("lost");
        inTransaction(outbox.append(lost).then(Mono.error(new IllegalStateException("no"))))
                .as(StepVerifier::create).verifyError(IllegalStateException.class);
        var next = said("next");
        say(next).block();
        awaitPublished(next);
        assertThat(published(lost)).isEmpty();
    }

    @Test
    void whatIsNotToBeKeptIsForgottenOnceItWasSent() {
        var said = said("hush");
        say(said).block();
        awaitPublished(said);

        assertThat(outbox.forget("tests.other-words", Duration.ZERO).block()).isZero();
        assertThat(outbox.forget(TOPIC, Duration.ofHours(1)).block()).isZero();
        await("that it is marked as sent")
                .until(() -> outbox.forget(TOPIC, Duration.ZERO).blockOptional().orElseThrow() > 0);
    }

    @Test
    void eventsOfOneSubjectArriveInTheOrderInWhichTheyWereAppended() {
        var subject = UUID.randomUUID();
        var words = IntStream.range(0, 200).mapToObj(i -> new WordSpoken(subject, "word " + i)).toList();
        inTransaction(outbox.append(words)).block();
        var arrived = await().until(() -> published(words.getFirst()), found -> found.size() >= words.size());
        assertThat(arrived).extracting(message -> new String(message.value())).containsExactlyElementsOf(
                words.stream().map(word -> "{\"id\":\"%s\",\"word\":\"%s\"}".formatted(subject, word.word())).toList());
    }

    @Test
    void whatWaitsIsCountedUpToALimit() {
        relay.stop();
        inTransaction(outbox.append(said("one"), said("two"), said("three"))).block();
        assertThat(outbox.waiting(2).block()).isEqualTo(2);
        assertThat(outbox.waiting(10).block()).isEqualTo(3);
        relay.start();
        await().until(() -> backlog() == 0);
    }

    @Test
    void aProgramThatOnlyAppendsNeedsNoBroker() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(OutboxAutoConfiguration.class))
                .withBean(DatabaseClient.class, () -> database).withBean(JsonMapper.class, JsonMapper::new)
                .withPropertyValues("marketplace.outbox.relay=false", "spring.application.name=appender")
                .run(context -> {
                    assertThat(context).hasSingleBean(Outbox.class).doesNotHaveBean(OutboxRelay.class);
                    var said = said("from afar");
                    inTransaction(context.getBean(Outbox.class).append(said)).block();
                    awaitPublished(said);
                });
    }

    @Test
    void anEventOutsideATransactionIsRefused() {
        StepVerifier.create(outbox.append(said("alone"))).verifyError();
    }

    @Test
    void aTransactionStillOpenWhileLaterOnesCommitIsNotSkipped() throws SQLException {
        var early = said("early");
        var late = said("late");
        try (var slow = connect()) {
            slow.setAutoCommit(false);
            insert(slow, early);
            say(late).block();
            awaitPublished(late);
            assertThat(published(early)).isEmpty();
            slow.commit();
        }
        awaitPublished(early);
    }

    @Test
    void aRelayKilledBetweenSendingAndMarkingLosesNothing() {
        var words = IntStream.range(0, 50).mapToObj(i -> said("killed-" + i)).toList();
        AfterAcknowledgement.doOnce(this::killRelaysConnection);
        inTransaction(outbox.append(words)).block();
        await().until(() -> backlog() == 0);
        var keys = kafka.records(TOPIC).stream().map(ConsumerRecord::key).toList();
        assertThat(keys).containsAll(words.stream().map(word -> word.id().toString()).toList());
        assertThat(AfterAcknowledgement.isDone()).isTrue();
        await("sent twice, under one id").until(() -> published(words.getFirst()).size() == 2);
        assertThat(published(words.getFirst())).extracting(message -> TestKafka.header(message, "ce_id"))
                .containsOnly(TestKafka.header(published(words.getFirst()).getFirst(), "ce_id"));
    }

    @Test
    void ofTwoRelaysOneWorksAndTheOtherTakesOver() {
        var second = anotherRelay();
        second.start();
        try {
            var first = said("with both");
            say(first).block();
            assertThat(awaitPublished(first)).hasSize(1);
            relay.stop();
            var next = said("with the second");
            say(next).block();
            await().atMost(TAKEOVER).until(() -> published(next).size() == 1);
        } finally {
            second.stop();
            relay.start();
        }
    }

    /** Otherwise every instance but one would hold up its own end by as long as a batch may take. */
    @Test
    void aRelayInWaitingStopsWithoutItsTurn() {
        var second = anotherRelay();
        second.start();
        await().until(() -> relaysInWaiting() == 1);
        var begin = System.nanoTime();

        second.stop();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(properties.sendTimeout());
    }

    @Test
    void publishedEventsCanBeSentAgain() {
        var said = said("again");
        say(said).block();
        awaitPublished(said);
        await().until(() -> backlog() == 0);
        endpoint.resend(OffsetDateTime.now().minusMinutes(5)).block();
        await().until(() -> published(said).size() == 2);
    }

    @Test
    void theBacklogAndItsAgeAreMetrics() throws SQLException {
        relay.stop();
        try (var connection = connect()) {
            insert(connection, said("waiting"));
        }
        await().untilAsserted(() -> {
            metrics.read().block();
            assertThat(meters.get("outbox.backlog").gauge().value()).isEqualTo(1);
            assertThat(meters.get("outbox.age").gauge().value()).isPositive();
        });
        relay.start();
        await().until(() -> backlog() == 0);
    }

    private Mono<Void> say(WordSpoken event) {
        var state = database.sql("INSERT INTO words (id, word) VALUES (:id, :word)").bind("id", event.id())
                .bind("word", event.word()).then();
        return inTransaction(state.then(outbox.append(event)));
    }

    private Mono<Void> inTransaction(Mono<Void> work) {
        return TransactionalOperator.create(transactions).transactional(work);
    }

    private OutboxRelay anotherRelay() {
        return new OutboxRelay(new RelayConnections(jdbc),
                new EventSender(new KafkaTemplate<>(producers), "outbox-tests", properties.sendTimeout()), admin,
                properties);
    }

    private void killRelaysConnection() {
        database.sql("""
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE application_name = 'outbox-relay' AND datname = current_database()
                """).then().block();
    }

    private long backlog() {
        return count("outbox WHERE published_at IS NULL");
    }

    /** Whoever has the lock goes on to other statements. */
    private long relaysInWaiting() {
        return count("pg_stat_activity WHERE application_name = 'outbox-relay' AND datname = current_database()"
                + " AND query LIKE '%pg_try_advisory_lock%'");
    }

    private long count(String rows) {
        return database.sql("SELECT count(*) FROM " + rows).mapValue(Long.class).one().blockOptional().orElseThrow();
    }

    private List<ConsumerRecord<String, byte[]>> awaitPublished(WordSpoken event) {
        return await().ignoreExceptions().until(() -> published(event), found -> !found.isEmpty());
    }

    private List<ConsumerRecord<String, byte[]>> published(WordSpoken event) {
        return kafka.records(TOPIC).stream().filter(message -> event.subject().toString().equals(message.key()))
                .toList();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbc.getJdbcUrl(), jdbc.getUsername(), jdbc.getPassword());
    }

    private static void insert(Connection connection, WordSpoken event) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO outbox (topic, key, type, payload) VALUES (?, ?, 'tests.WordSpoken.v1', '{}')
                """)) {
            insert.setString(1, TOPIC);
            insert.setString(2, event.subject().toString());
            insert.execute();
        }
    }

    private static WordSpoken said(String word) {
        return new WordSpoken(UUID.randomUUID(), word);
    }

    @EventType(topic = TOPIC, type = "tests.WordSpoken.v1")
    record WordSpoken(UUID id, String word) implements OutgoingEvent {

        @Override
        public UUID subject() {
            return id;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        KafkaAdmin.NewTopics topics() {
            return new KafkaAdmin.NewTopics(TopicBuilder.name(TOPIC).partitions(2).build());
        }
    }
}
