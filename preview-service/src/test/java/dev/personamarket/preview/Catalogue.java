package dev.personamarket.preview;

import java.util.UUID;
import java.util.function.Consumer;

import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.TopicBuilder;

import com.github.f4b6a3.uuid.UuidCreator;

import dev.personamarket.preview.persona.Persona;
import dev.personamarket.preview.persona.Personas;
import dev.personamarket.testing.Contracts;
import dev.personamarket.testing.TestKafka;
import tools.jackson.databind.node.ObjectNode;

/** Stands in for the catalogue: tells of prompts as catalog-service does. */
@TestConfiguration(proxyBeanMethods = false)
public class Catalogue {

    /** A few words that stand in every prompt and must not be found anywhere else. */
    public static final String SECRET = "the-lamp-oil-is-under-the-third-step";

    private static final String PUBLISHED = "marketplace.PromptPublished.v1";
    private static final String WITHDRAWN = "marketplace.PromptWithdrawn.v1";

    private final TestKafka kafka;
    private final Personas personas;

    Catalogue(TestKafka kafka, Personas personas) {
        this.kafka = kafka;
        this.personas = personas;
    }

    @Bean
    static NewTopic promptsTopic() {
        return TopicBuilder.name("marketplace.personality-prompts").partitions(6).build();
    }

    /** A personality that this service can speak as. */
    public UUID published() {
        return published(_ -> {});
    }

    /** As {@link #published()}, but the catalogue says something else. */
    public UUID published(Consumer<ObjectNode> change) {
        var id = UuidCreator.getTimeOrderedEpoch();
        publish(id, 1, 1, change);
        awaitVersion(id, 1);
        return id;
    }

    public void publish(UUID id, long revision, int version) {
        publish(id, revision, version, _ -> {});
    }

    private void publish(UUID id, long revision, int version, Consumer<ObjectNode> change) {
        var event = event(PUBLISHED, id, revision, version);
        event.put("systemPrompt", event.path("systemPrompt").asString() + " " + SECRET);
        change.accept(event);
        kafka.send(PUBLISHED, id.toString(), event.toString());
    }

    public void withdraw(UUID id, long revision) {
        kafka.send(WITHDRAWN, id.toString(), event(WITHDRAWN, id, revision, 1).toString());
    }

    private static ObjectNode event(String type, UUID id, long revision, int version) {
        return ((ObjectNode) Contracts.sample(type)).put("personalityId", id.toString()).put("revision", revision)
                .put("version", version);
    }

    /** Waits until the service speaks as this version. */
    public Persona awaitVersion(UUID id, int version) {
        return Awaitility.await("version %d of %s".formatted(version, id)).until(
                () -> personas.speaking(id).onErrorComplete().block(),
                persona -> persona != null && persona.version() == version);
    }

    /** Waits until the service no longer speaks as the personality. */
    public void awaitSilence(UUID id) {
        Awaitility.await("silence of " + id)
                .until(() -> personas.speaking(id).onErrorComplete().hasElement().blockOptional().orElse(true)
                        ? null
                        : true, silent -> silent != null);
    }
}
