package dev.personamarket.preview.persona;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import com.github.f4b6a3.uuid.UuidCreator;

import dev.personamarket.defaults.problems.Problem;
import dev.personamarket.preview.Catalogue;
import dev.personamarket.preview.PreviewServiceTest;
import dev.personamarket.preview.model.Generation;
import dev.personamarket.testing.Contracts;
import dev.personamarket.testing.TestKafka;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

@PreviewServiceTest
class PersonasIntegrationTests {

    private final UUID id = UuidCreator.getTimeOrderedEpoch();
    private final PromptPublished sample = Contracts.read("marketplace.PromptPublished.v1", PromptPublished.class);

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Personas personas;

    @Autowired
    private TestKafka kafka;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private TransactionalOperator transaction;

    @Test
    void aPublishedPersonalitySpeaks() {
        catalogue.publish(id, 3, 2);

        var persona = catalogue.awaitVersion(id, 2);
        assertThat(persona.greeting()).isEqualTo(sample.greeting());
        assertThat(persona.examples()).isEqualTo(sample.examples());
        assertThat(persona.systemPrompt()).contains(Catalogue.SECRET);
    }

    @Test
    void aPromptIsHiddenUnlessTheCatalogueSaysThatItIsOpen() {
        assertThat(visibilityOf(event -> event.put("promptVisibility", "open"))).isTrue();
        assertThat(visibilityOf(event -> event.put("promptVisibility", "hidden"))).isFalse();
        assertThat(visibilityOf(event -> event.remove("promptVisibility"))).isFalse();
    }

    @Test
    void aNewVersionReplacesTheOld() {
        catalogue.publish(id, 1, 1);
        catalogue.publish(id, 2, 2);

        assertThat(catalogue.awaitVersion(id, 2).version()).isEqualTo(2);
    }

    @Test
    void aWithdrawnPersonalityIsSilentAndAfterAWhileForgotten() {
        catalogue.publish(id, 1, 1);
        catalogue.awaitVersion(id, 1);
        catalogue.withdraw(id, 2);
        catalogue.awaitSilence(id);

        personas.forgetWithdrawn(Duration.ofHours(1)).block();
        assertThat(promptsKept()).isEqualTo(1);
        personas.forgetWithdrawn(Duration.ZERO).block();
        assertThat(promptsKept()).isZero();
    }

    @Test
    void anOlderEventThatComesLateBringsNothingBack() {
        happened(List.of(personas.on(new PromptWithdrawn(id, 5, 2)), personas.on(published(4, 2))));

        StepVerifier.create(personas.speaking(id)).verifyError(Problem.class);
    }

    @Test
    void aReplayChangesNothing() {
        happened(List.of(personas.on(published(1, 1)), personas.on(published(2, 2)), personas.on(published(1, 1)),
                personas.on(published(2, 2))));

        var persona = Objects.requireNonNull(personas.speaking(id).block());
        assertThat(persona.version()).isEqualTo(2);
        assertThat(persona.sections().postHistory()).isEqualTo("Stay on the island.");
        assertThat(persona.sections().systemOverride()).isEqualTo("Write as Orla would speak.");
        assertThat(persona.generation()).isEqualTo(new Generation("small-model", 0.7));
    }

    /** What the preview shows of a version and what others are told of it are the same. */
    @Test
    void othersAreToldWhatAVersionWasCompiledTo() {
        catalogue.publish(id, 1, 1);
        catalogue.publish(id, 2, 2);

        var hash = PromptCompiler.hash(catalogue.awaitVersion(id, 2));

        var told = Awaitility.await("both versions' hashes").until(this::told, events -> events.size() == 2);
        assertThat(told).extracting(event -> event.path("version").asInt()).containsExactly(1, 2);
        assertThat(told.getLast().path("promptHash").asString()).isEqualTo(hash);
    }

    private Long promptsKept() {
        return database.sql("SELECT count(*) FROM persona_version WHERE personality_id = :id").bind("id", id)
                .mapValue(Long.class).one().blockOptional().orElseThrow();
    }

    private List<JsonNode> told() {
        return kafka.records(PromptHashes.TOPIC).stream().filter(message -> id.toString().equals(message.key()))
                .map(message -> JsonMapper.shared().readTree(message.value())).toList();
    }

    @Test
    void promptCompiled() {
        Contracts.assertSameShape("marketplace.PromptCompiled.v1", PromptCompiled.of(published(7, 3)));
    }

    private void happened(List<Mono<Void>> effects) {
        Flux.fromIterable(effects).concatMap(effect -> effect.as(transaction::transactional)).blockLast();
    }

    private boolean visibilityOf(Consumer<ObjectNode> change) {
        return catalogue.awaitVersion(catalogue.published(change), 1).open();
    }

    private PromptPublished published(long revision, int version) {
        return new PromptPublished(id, revision, version, sample.name(), sample.nickname(), sample.systemPrompt(),
                sample.promptSections(), sample.greeting(), sample.examples(), sample.generation(), null);
    }
}
