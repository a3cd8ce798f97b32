package dev.personamarket.testing;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Holds the topics that a service makes on the broker against what {@code asyncapi.yaml} says of them. */
final class TopicContracts {

    private TopicContracts() {}

    /** Waits until the service has made its topics; fails when partitions or settings are other than described. */
    static void verify(String service, String bootstrapServers) {
        var wanted = AsyncApi.committed().topicsMadeBy(service);
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            await().ignoreExceptionsInstanceOf(ExecutionException.class)
                    .untilAsserted(() -> assertThat(found(admin, wanted)).isEqualTo(wanted));
        }
    }

    private static Map<String, Topic> found(Admin admin, Map<String, Topic> wanted)
            throws ExecutionException, InterruptedException {
        var descriptions = admin.describeTopics(wanted.keySet()).allTopicNames().get();
        var configs = admin.describeConfigs(wanted.keySet().stream().map(TopicContracts::resource).toList()).all()
                .get();
        var found = new TreeMap<String, Topic>();
        wanted.forEach((name, topic) -> found.put(name, topic.found(requireNonNull(descriptions.get(name)),
                requireNonNull(configs.get(resource(name))))));
        return found;
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
