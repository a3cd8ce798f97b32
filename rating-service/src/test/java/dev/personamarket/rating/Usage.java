package dev.personamarket.rating;

import java.util.UUID;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.r2dbc.core.DatabaseClient;

import dev.personamarket.testing.Contracts;
import dev.personamarket.testing.TestKafka;
import tools.jackson.databind.node.ObjectNode;

/** Stands in for preview-service and deployment-service: tells who does what with personalities. */
@TestConfiguration(proxyBeanMethods = false)
public class Usage {

    private static final String STARTED = "marketplace.PreviewStarted.v1";
    private static final String REPLIED = "marketplace.PreviewReplied.v1";
    private static final String DEPLOYED = "marketplace.PersonalityDeployed.v1";

    private final TestKafka kafka;
    private final DatabaseClient database;

    Usage(TestKafka kafka, DatabaseClient database) {
        this.kafka = kafka;
        this.database = database;
    }

    @Bean
    static NewTopics topicsOfUse() {
        return new NewTopics(TopicBuilder.name("marketplace.previews").partitions(6).build(),
                TopicBuilder.name("marketplace.deployments").partitions(6).build());
    }

    /** Somebody spoke and nobody answered yet. */
    public void started(UUID personality, UUID user) {
        tell("marketplace.previews", STARTED, personality, preview(STARTED, personality, user), UUID.randomUUID());
    }

    /** The personality answered somebody, or a visitor when there is no user. Gives the event's id. */
    public UUID replied(UUID personality, @Nullable UUID user) {
        return replied(personality, user, UUID.randomUUID());
    }

    /** As {@link #replied(UUID, UUID)}, in an event of this id. */
    public UUID replied(UUID personality, @Nullable UUID user, UUID event) {
        return tell("marketplace.previews", REPLIED, personality, preview(REPLIED, personality, user), event);
    }

    /** Somebody took the personality to a server. Gives the event's id. */
    public UUID deployed(UUID personality, UUID user) {
        var event = (ObjectNode) Contracts.sample(DEPLOYED);
        event.put("personalityId", personality.toString()).put("deployedBy", user.toString());
        return tell("marketplace.deployments", DEPLOYED, personality, event, UUID.randomUUID());
    }

    private static ObjectNode preview(String type, UUID personality, @Nullable UUID user) {
        var event = (ObjectNode) Contracts.sample(type);
        event.put("personalityId", personality.toString());
        event.remove("userId");
        if (user != null) {
            event.put("userId", user.toString());
        }
        return event;
    }

    /** Keyed by the personality, so that whoever waits for the last event of it has waited for all. */
    private UUID tell(String topic, String type, UUID personality, ObjectNode event, UUID id) {
        kafka.send(topic, type, personality.toString(), event.toString(), id.toString());
        return id;
    }

    /** Waits until the event has had its effect. */
    public void awaitHandled(UUID event) {
        Awaitility.await("event " + event).until(() -> Boolean.TRUE.equals(database
                .sql("SELECT EXISTS (SELECT FROM inbox WHERE event_id = :id)").bind("id", event.toString())
                .mapValue(Boolean.class).one().block()));
    }

    /** Waits until the service knows that this person has used this personality. */
    public void awaitUse(UUID personality, UUID user) {
        Awaitility.await("use of %s by %s".formatted(personality, user)).until(() -> Boolean.TRUE.equals(database
                .sql("SELECT used FROM rating WHERE personality_id = :personality AND rater_id = :user")
                .bind("personality", personality).bind("user", user).mapValue(Boolean.class).one().block()));
    }
}
