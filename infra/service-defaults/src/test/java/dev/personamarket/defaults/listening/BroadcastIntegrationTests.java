package dev.personamarket.defaults.listening;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;

import dev.personamarket.testing.RealEngines;
import dev.personamarket.testing.TestKafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(properties = "marketplace.broadcasts.interval=200ms")
@RealEngines
class BroadcastIntegrationTests {

    private static final String TOPIC = "tests.news";
    private static final String LATER = "tests.later-news";
    private static final String TOLD = "tests.NewsTold.v1";

    @Autowired
    private TestKafka kafka;

    @Autowired
    private KafkaAdmin admin;

    @Autowired
    private Broadcasts broadcasts;

    @Autowired
    private Crowd crowd;

    @Test
    void everyInstanceHearsEverythingAndWhatCameLatelyToo() {
        tell(TOPIC, "before");
        await().until(() -> crowd.hasHeard("before"));
        var another = new Crowd();
        var listener = broadcasts.listener(List.of(Application.news()), another);
        listener.start();
        await().until(() -> another.hasHeard("before"));

        tell(TOPIC, "after");

        await().until(() -> crowd.hasHeard("after") && another.hasHeard("after"));
        listener.stop();
    }

    @Test
    void whatIsUnknownOrUnreadableIsPassedOverButCounted() {
        var before = crowd.heard.size();
        kafka.send(TOPIC, TOLD, "key", "{\"news\":", UUID.randomUUID().toString());
        kafka.send(TOPIC, TOLD, "key", "{}", UUID.randomUUID().toString());
        kafka.send(TOPIC, "tests.NewsInvented.v1", "key", "{}", UUID.randomUUID().toString());
        kafka.send(new ProducerRecord<>(TOPIC, "key", "no event".getBytes()));
        var news = UUID.randomUUID().toString();
        tell(TOPIC, news);

        await().until(() -> crowd.hasHeard(news));
        assertThat(crowd.heard.subList(before, crowd.heard.size())).filteredOn(heard -> heard.content() == null)
                .hasSize(4);
    }

    @Test
    void aTopicThatIsMadeLaterIsFound() throws Exception {
        try (var client = Admin.create(Map.of("bootstrap.servers",
                Objects.requireNonNull(admin.getConfigurationProperties().get("bootstrap.servers"))))) {
            client.createTopics(List.of(new NewTopic(LATER, 2, (short) 1))).all().get();
        }
        tell(LATER, "later");

        await().until(() -> crowd.hasHeard("later"));
        assertThat(crowd.beginnings.getLast().partitions().size()).isEqualTo(5);
    }

    @Test
    void whileNothingComesItGoesOnAsking() throws Exception {
        try (var survey = broadcasts.survey(Set.of(TOPIC))) {
            var container = broadcasts.container(survey.beginning(survey.partitions()),
                    Map.of(TOPIC, Application.news()), new Crowd());
            container.start();
            await().until(() -> fetches(container) > 0);
            var before = fetches(container);

            await().atMost(Duration.ofSeconds(4)).until(() -> fetches(container) >= before + 3);
            container.stop();
        }
    }

    private static double fetches(KafkaMessageListenerContainer<?, ?> container) {
        return container.metrics().values().stream().flatMap(all -> all.values().stream())
                .filter(metric -> metric.metricName().name().equals("fetch-total"))
                .mapToDouble(metric -> (double) metric.metricValue()).sum();
    }

    @Test
    void noGroupIsMadeOrMoved() throws Exception {
        var news = UUID.randomUUID().toString();
        tell(TOPIC, news);
        await().until(() -> crowd.hasHeard(news));

        try (var client = Admin.create(Map.of("bootstrap.servers",
                Objects.requireNonNull(admin.getConfigurationProperties().get("bootstrap.servers"))))) {
            for (var group : client.listGroups().all().get()) {
                assertThat(client.listConsumerGroupOffsets(group.groupId()).partitionsToOffsetAndMetadata().get())
                        .allSatisfy((partition, _) -> assertThat(partition.topic()).isNotEqualTo(TOPIC));
            }
        }
    }

    private void tell(String topic, String news) {
        kafka.send(topic, TOLD, UUID.randomUUID().toString(), "{\"news\":\"%s\"}".formatted(news),
                UUID.randomUUID().toString());
    }

    @IncomingEvent(TOLD)
    record NewsTold(String news) {}

    /** Remembers all that it hears. */
    static final class Crowd implements Audience<String> {

        private final List<Beginning> beginnings = new CopyOnWriteArrayList<>();
        private final List<Heard<String>> heard = new CopyOnWriteArrayList<>();

        @Override
        public void begin(Beginning beginning) {
            beginnings.add(beginning);
        }

        @Override
        public void hear(List<Heard<String>> together) {
            heard.addAll(together);
        }

        private boolean hasHeard(String news) {
            return heard.stream().anyMatch(one -> news.equals(one.content()));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        static Broadcast<String> news() {
            return Broadcast.<String>of(TOPIC).on(NewsTold.class, told -> Objects.requireNonNull(told.news()));
        }

        @Bean
        static Broadcast<String> laterNews() {
            return Broadcast.<String>of(LATER).on(NewsTold.class, NewsTold::news);
        }

        @Bean
        Crowd crowd(KafkaAdmin admin) {
            admin.createOrModifyTopics(new NewTopic(TOPIC, 3, (short) 1));
            return new Crowd();
        }

        @Bean
        BroadcastListener<String> listener(Broadcasts broadcasts, List<Broadcast<String>> read, Crowd crowd) {
            return broadcasts.listener(read, crowd);
        }
    }
}
