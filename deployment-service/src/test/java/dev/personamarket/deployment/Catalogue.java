package dev.personamarket.deployment;

import java.util.UUID;
import java.util.function.Predicate;

import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.test.context.DynamicPropertyRegistrar;

import com.github.f4b6a3.uuid.UuidCreator;

import dev.personamarket.deployment.persona.Persona;
import dev.personamarket.deployment.persona.Personas;
import dev.personamarket.testing.Contracts;
import dev.personamarket.testing.TestKafka;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.node.ObjectNode;

/** Stands in for the catalogue: tells of personalities as catalog-service does. */
@TestConfiguration(proxyBeanMethods = false)
public class Catalogue {

    private static final String PUBLISHED = "marketplace.PersonalityPublished.v1";
    private static final String COMPILED = "marketplace.PromptCompiled.v1";
    private static final String ARCHIVED = "marketplace.PersonalityArchived.v1";

    private static final String FACE = "/api/marketplace/avatars/%s/256.webp".formatted("ab".repeat(32));
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};

    private final TestKafka kafka;
    private final Personas personas;

    Catalogue(TestKafka kafka, Personas personas) {
        this.kafka = kafka;
        this.personas = personas;
    }

    /** Serves one face. */
    @Bean(destroyMethod = "disposeNow")
    static DisposableServer pictures() {
        return HttpServer.create().port(0).route(routes -> routes.get(FACE.replace(".webp", ".png"),
                (_, response) -> response.header(HttpHeaders.CONTENT_TYPE, MediaType.IMAGE_PNG_VALUE)
                        .sendByteArray(Mono.just(PNG))))
                .bindNow();
    }

    @Bean
    static DynamicPropertyRegistrar catalogueProperties(DisposableServer pictures) {
        return properties -> properties.add("marketplace.portraits.catalog-url",
                () -> "http://localhost:" + pictures.port());
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

    /** One with a face, which the catalogue here has. */
    public UUID publishedWithFace(String name) {
        return published(name, FACE);
    }

    public UUID published(String name, String avatar) {
        var id = UuidCreator.getTimeOrderedEpoch();
        publish(id, 1, 1, name, avatar);
        await(id, persona -> true);
        return id;
    }

    public void republishedWithFace(UUID id, long revision, int version, String name) {
        publish(id, revision, version, name, FACE);
        await(id, persona -> persona.version() == version);
    }

    private void publish(UUID id, long revision, int version, String name, String avatar) {
        var event = published(id, revision, version, name);
        event.remove("discordName");
        ((ObjectNode) event.path("avatar")).put("url", avatar);
        kafka.send(PUBLISHED, id.toString(), event.toString());
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
