package dev.personamarket.rating;

import java.util.UUID;

import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.TopicBuilder;

import com.github.f4b6a3.uuid.UuidCreator;

import dev.personamarket.rating.subject.Subject;
import dev.personamarket.rating.subject.Subjects;
import dev.personamarket.testing.Contracts;
import dev.personamarket.testing.TestKafka;
import tools.jackson.databind.node.ObjectNode;

/** Stands in for the catalogue: tells of personalities as catalog-service does. */
@TestConfiguration(proxyBeanMethods = false)
public class Catalogue {

    /** Whoever makes personalities and does nothing else. */
    public static final UUID STRANGER = UUID.fromString("fdee430d-40bd-857d-aeac-186cd9790033");

    private static final String PUBLISHED = "marketplace.PersonalityPublished.v1";
    private static final String ARCHIVED = "marketplace.PersonalityArchived.v1";

    private final TestKafka kafka;
    private final Subjects subjects;

    Catalogue(TestKafka kafka, Subjects subjects) {
        this.kafka = kafka;
        this.subjects = subjects;
    }

    @Bean
    static NewTopic personalitiesTopic() {
        return TopicBuilder.name("marketplace.personalities").partitions(6).build();
    }

    /** A personality that this service has heard of, somebody else's. */
    public UUID published() {
        return publishedBy(STRANGER);
    }

    /** As {@link #published}, by this creator. */
    public UUID publishedBy(UUID creator) {
        var id = UuidCreator.getTimeOrderedEpoch();
        publish(id, 1, 1, creator);
        awaitRevision(id, 1);
        return id;
    }

    /** A personality that was published and archived. */
    public UUID archived() {
        var id = published();
        archive(id, 2);
        awaitRevision(id, 2);
        return id;
    }

    public void publish(UUID id, long revision, int version) {
        publish(id, revision, version, STRANGER);
    }

    /** As the marketplace's own when there is no creator. */
    public void publish(UUID id, long revision, int version, @Nullable UUID creator) {
        var event = event(PUBLISHED, id, revision, version);
        event.remove("creatorId");
        if (creator != null) {
            event.put("creatorId", creator.toString());
        }
        kafka.send(PUBLISHED, id.toString(), event.toString());
    }

    public void archive(UUID id, long revision) {
        kafka.send(ARCHIVED, id.toString(), event(ARCHIVED, id, revision, 1).toString());
    }

    private static ObjectNode event(String type, UUID id, long revision, int version) {
        var event = (ObjectNode) Contracts.sample(type);
        return event.put("personalityId", id.toString()).put("revision", revision).put("version", version);
    }

    /** Waits until the service knows this revision and gives what it then knows. */
    public Subject awaitRevision(UUID id, long revision) {
        return Awaitility.await("revision %d of %s".formatted(revision, id)).until(
                () -> subjects.known(id).onErrorComplete().block(),
                subject -> subject != null && subject.revision() >= revision);
    }
}
