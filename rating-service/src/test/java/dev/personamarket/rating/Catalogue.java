package dev.personamarket.rating;

import java.util.UUID;

import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
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

    /** A personality that this service has heard of. */
    public UUID published() {
        var id = UuidCreator.getTimeOrderedEpoch();
        publish(id, 1, 1);
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
        tell(PUBLISHED, id, revision, version);
    }

    public void archive(UUID id, long revision) {
        tell(ARCHIVED, id, revision, 1);
    }

    private void tell(String type, UUID id, long revision, int version) {
        var event = (ObjectNode) Contracts.sample(type);
        event.put("personalityId", id.toString()).put("revision", revision).put("version", version);
        kafka.send(type, id.toString(), event.toString());
    }

    /** Waits until the service knows this revision and gives what it then knows. */
    public Subject awaitRevision(UUID id, long revision) {
        return Awaitility.await("revision %d of %s".formatted(revision, id)).until(
                () -> subjects.known(id).onErrorComplete().block(),
                subject -> subject != null && subject.revision() >= revision);
    }
}
