package dev.personamarket.defaults.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.r2dbc.core.DatabaseClient;

import dev.personamarket.testing.RealEngines;
import dev.personamarket.testing.TestKafka;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Mono;

/** Record by record and in batches: nobody can tell the difference. */
@SpringBootTest(properties = "spring.kafka.consumer.fetch-max-wait=20ms")
@RealEngines
@ParameterizedClass
@ValueSource(strings = {ListeningIntegrationTests.SINGLY, ListeningIntegrationTests.IN_BATCHES})
class ListeningIntegrationTests {

    static final String SINGLY = "tests.words";
    static final String IN_BATCHES = "tests.words-in-batches";
    private static final String SAID = "tests.WordSaid.v1";

    @Parameter
    String topic = "";

    @Autowired
    TestKafka kafka;

    @Autowired
    DatabaseClient database;

    @Autowired
    MeterRegistry meters;

    /** The consumer joins its group after the application has started. */
    @BeforeEach
    void awaitTheListener() {
        var word = unique();
        kafka.send(topic, SAID, "key", json(word), unique());
        await().until(() -> effects(word) == 1);
    }

    @Test
    void aRecordThatComesFiveTimesHasOneEffect() {
        var word = unique();
        var id = UUID.randomUUID().toString();
        for (var delivery = 0; delivery < 5; delivery++) {
            kafka.send(topic, SAID, "key", json(word), id);
        }
        awaitTheNextOne();
        assertThat(effects(word)).isEqualTo(1);
    }

    @Test
    void anEffectThatFailsLeavesNothingAndIsTriedAgain() {
        var word = "twice-" + unique();
        kafka.send(topic, SAID, "key", json(word), unique());
        await().until(() -> effects(word) == 1);
    }

    @Test
    void whatComesBesidePoisonHasItsEffect() {
        var words = Stream.generate(ListeningIntegrationTests::unique).limit(20).toList();
        var deadBefore = deadLettered();
        words.subList(0, 10).forEach(word -> kafka.send(topic, SAID, "key", json(word), unique()));
        kafka.send(topic, SAID, "key", json("forbidden"), unique());
        words.subList(10, 20).forEach(word -> kafka.send(topic, SAID, "key", json(word), unique()));
        await().untilAsserted(() -> assertThat(words).allMatch(word -> effects(word) == 1));
        assertThat(deadLettered()).isEqualTo(deadBefore + 1);
    }

    @Test
    void aKnownTypeOfNoInterestIsPassedOver() {
        var before = kafka.records(topic).size();
        var deadBefore = deadLettered();
        kafka.send(topic, "tests.WordWhispered.v1", "key", "{}", unique());
        awaitTheNextOne();
        assertThat(kafka.records(topic)).hasSizeGreaterThan(before);
        assertThat(deadLettered()).isEqualTo(deadBefore);
    }

    static Stream<Arguments> poison() {
        return Stream.of(Arguments.of(SAID, "{\"word\":", "not a readable"),
                Arguments.of(SAID, "{\"word\":{\"no\":\"text\"}}", "not a readable"),
                Arguments.of("tests.WordInvented.v1", "{}", "Nobody here reads"),
                Arguments.of(SAID, json("forbidden"), "violates check constraint"),
                Arguments.of(SAID, json("x".repeat(1_500_000)), "more than 1048576"));
    }

    @ParameterizedTest
    @MethodSource
    void poison(String type, String value, String cause) {
        var id = unique();
        var deadBefore = deadLettered();
        kafka.send(topic, type, "key", value, id);
        var dead = await().atMost(Duration.ofSeconds(10)).ignoreExceptions()
                .until(() -> deadLetter(id), List -> !List.isEmpty()).getFirst();
        assertThat(new String(dead.value())).isEqualTo(value);
        assertThat(allHeaders(dead)).contains(cause);
        assertThat(deadLettered()).isEqualTo(deadBefore + 1);
        awaitTheNextOne();
    }

    @Test
    void aRecordThatIsNoCloudEventIsSetAside() {
        var key = unique();
        kafka.send(new ProducerRecord<>(topic, key, "{}".getBytes()));
        await().ignoreExceptions()
                .until(() -> kafka.records(deadLetters()).stream().anyMatch(dead -> key.equals(dead.key())));
        awaitTheNextOne();
    }

    /** What comes after a silence would be late by as long as nobody asks. */
    @Test
    void inSilenceItGoesOnAsking() {
        var before = fetches();
        await().atMost(Duration.ofSeconds(10)).until(() -> fetches() >= before + 40);
    }

    private double fetches() {
        return meters.get("kafka.consumer.fetch.manager.fetch.total").functionCounters().stream()
                .mapToDouble(FunctionCounter::count).sum();
    }

    /** Sends one more event on the same partition and waits for its effect. */
    private void awaitTheNextOne() {
        var word = unique();
        kafka.send(topic, SAID, "key", json(word), unique());
        await().pollInterval(Duration.ofMillis(20)).until(() -> effects(word) == 1);
    }

    private List<ConsumerRecord<String, byte[]>> deadLetter(String id) {
        return kafka.records(deadLetters()).stream().filter(dead -> TestKafka.header(dead, "ce_id").equals(id))
                .toList();
    }

    private String deadLetters() {
        return topic + ".service-defaults-tests.dlt";
    }

    private static String allHeaders(ConsumerRecord<String, byte[]> dead) {
        var text = new StringBuilder();
        dead.headers().forEach(header -> text.append(new String(header.value())));
        return text.toString();
    }

    private double deadLettered() {
        return meters.get("events.dead.lettered").tag("topic", topic).counter().count();
    }

    private long effects(String word) {
        return database.sql("SELECT count(*) FROM effects WHERE word = :word").bind("word", word).mapValue(Long.class)
                .one().blockOptional().orElse(0L);
    }

    private static String unique() {
        return UUID.randomUUID().toString();
    }

    private static String json(String word) {
        return "{\"word\":\"%s\",\"volume\":11}".formatted(word);
    }

    @IncomingEvent(SAID)
    record WordSaid(String word) {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        KafkaAdmin.NewTopics topics() {
            return new KafkaAdmin.NewTopics(topic(SINGLY), topic(IN_BATCHES));
        }

        private static NewTopic topic(String name) {
            return TopicBuilder.name(name).partitions(1).config("max.message.bytes", "2097152").build();
        }

        @Bean
        Subscription words(DatabaseClient database, KafkaAdmin admin) {
            return subscription(SINGLY, database, admin);
        }

        @Bean
        Subscription wordsInBatches(DatabaseClient database, KafkaAdmin admin) {
            return subscription(IN_BATCHES, database, admin).inBatches();
        }

        private static Subscription subscription(String topic, DatabaseClient database, KafkaAdmin admin) {
            admin.initialize();
            var failed = new HashSet<String>();
            return Subscription.to(topic).on(WordSaid.class, event -> store(database, event)
                    .then(Mono.defer(() -> event.word().startsWith("twice") && failed.add(event.word())
                            ? Mono.<Void>error(new IllegalStateException("not yet"))
                            : Mono.<Void>empty())))
                    .ignoring("tests.WordWhispered.v1");
        }

        private static Mono<Void> store(DatabaseClient database, WordSaid event) {
            return database.sql("INSERT INTO effects (word) VALUES (:word)").bind("word", event.word()).then();
        }
    }
}
