package dev.personamarket.catalog.live;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import dev.personamarket.testing.Contracts;
import dev.personamarket.testing.TestKafka;
import tools.jackson.databind.node.ObjectNode;

import static org.awaitility.Awaitility.await;

/** What the neighbours tell of a personality. */
final class Events {

    static final String SUBMITTED = "marketplace.RatingSubmitted.v1";
    static final String WITHDRAWN = "marketplace.RatingWithdrawn.v1";
    static final String DEPLOYED = "marketplace.PersonalityDeployed.v1";
    static final String UNDEPLOYED = "marketplace.PersonalityUndeployed.v1";
    static final String PUBLISHED = "marketplace.PersonalityPublished.v1";

    private final TestKafka kafka;

    Events(TestKafka kafka) {
        this.kafka = kafka;
    }

    /** The golden sample, as if told of this personality. */
    void sample(String type, UUID personality) {
        send(type, personality, event(type, personality));
    }

    void rated(UUID personality, long version) {
        var event = event(SUBMITTED, personality);
        ((ObjectNode) event.get("summary")).put("version", version);
        send(SUBMITTED, personality, event);
    }

    /** Longer than any real one: this many characters. */
    void published(UUID personality, int length) {
        send(PUBLISHED, personality, event(PUBLISHED, personality).put("name", "x".repeat(length)));
    }

    /** Waits until a stream tells of all topics: some are made only when the tests begin. */
    void awaitBroadcasts(int port) {
        for (var type : List.of(SUBMITTED, DEPLOYED, PUBLISHED)) {
            var probe = UUID.randomUUID();
            try (var listener = Listener.at(port, "?personality=" + probe, "")) {
                await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(100)).until(() -> {
                    sample(type, probe);
                    return listener.told().stream().anyMatch(told -> !told.event().equals("reset"));
                });
            }
        }
    }

    private static ObjectNode event(String type, UUID personality) {
        return ((ObjectNode) Contracts.sample(type)).put("personalityId", personality.toString());
    }

    private void send(String type, UUID key, ObjectNode event) {
        kafka.send(type, key.toString(), event.toString());
    }
}
