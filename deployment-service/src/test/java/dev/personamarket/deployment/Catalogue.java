package dev.personamarket.deployment;

import java.util.UUID;
import java.util.function.Predicate;

import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;

import com.github.f4b6a3.uuid.UuidCreator;

import dev.personamarket.deployment.persona.Persona;
import dev.personamarket.deployment.persona.Personas;
import dev.personamarket.testing.Contracts;
import dev.personamarket.testing.TestKafka;
import tools.jackson.databind.node.ObjectNode;

/** Stands in for the catalogue: tells of personalities as catalog-service does. */
@TestConfiguration(proxyBeanMethods = false)
public class Catalogue {

    private static final String PUBLISHED = "marketplace.PersonalityPublished.v1";
    private static final String COMPILED = "marketplace.PromptCompiled.v1";
    private static final String ARCHIVED = "marketplace.PersonalityArchived.v1";

    private final TestKafka kafka;
    private final Personas personas;

    Catalogue(TestKafka kafka, Personas personas) {
        this.kafka = kafka;
        this.personas = personas;
    }

    @Bean
    static NewTopics topics() {
        return new NewTopics(TopicBuilder.name("marketplace.personalities").partitions(6).build(),
                TopicBuilder.name("marketplace.prompt-hashes").partitions(6).build());
    }

    /** What preview-service tells of a version. */
    public void compiled(UUID id, long revision, int version, String promptHash) {
        var event = (ObjectNode) Contracts.sample(COMPILED);
        event.put("personalityId", id.toString()).put("revision", revision).put("version", version)
                .put("promptHash", promptHash);
        kafka.send(COMPILED, id.toString(), event.toString());
    }

    /** A personality that this service has heard of, in its first version. */
    public UUID published(String name) {
        var id = UuidCreator.getTimeOrderedEpoch();
        publish(id, 1, 1, name);
        await(id, persona -> true);
        return id;
    }

    public void publish(UUID id, long revision, int version, String name) {
        var event = published(id, revision, version, name);
        event.remove("discordName");
        kafka.send(PUBLISHED, id.toString(), event.toString());
    }

    /** One whose name is not the one for Discord. */
    public void publish(UUID id, String name, String discordName) {
        kafka.send(PUBLISHED, id.toString(), published(id, 1, 1, name).put("discordName", discordName).toString());
    }

    private static ObjectNode published(UUID id, long revision, int version, String name) {
        return ((ObjectNode) Contracts.sample(PUBLISHED)).put("personalityId", id.toString()).put("revision", revision)
                .put("version", version).put("name", name);
    }

    /** Publishes a further version and waits until this service knows it. */
    public void republished(UUID id, long revision, int version, String name) {
        publish(id, revision, version, name);
        await(id, persona -> persona.version() == version);
    }

    /** Archives it and waits until this service knows. */
    public void archived(UUID id, long revision) {
        archive(id, revision);
        await(id, Persona::archived);
    }

    public void archive(UUID id, long revision) {
        archive(id, revision, 1);
    }

    public void archive(UUID id, long revision, int version) {
        var event = (ObjectNode) Contracts.sample(ARCHIVED);
        event.put("personalityId", id.toString()).put("revision", revision).put("version", version);
        kafka.send(ARCHIVED, id.toString(), event.toString());
    }

    public Persona await(UUID id, Predicate<Persona> condition) {
        return Awaitility.await("what is known of " + id).until(() -> personas.find(id).block(),
                persona -> persona != null && condition.test(persona));
    }
}
