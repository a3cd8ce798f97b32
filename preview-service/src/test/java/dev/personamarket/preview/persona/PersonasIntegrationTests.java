package dev.personamarket.preview.persona;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import com.github.f4b6a3.uuid.UuidCreator;

import dev.personamarket.defaults.problems.Problem;
import dev.personamarket.preview.Catalogue;
import dev.personamarket.preview.PreviewServiceTest;
import dev.personamarket.testing.Contracts;
import reactor.test.StepVerifier;
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
    void aWithdrawnPersonalityIsSilentAndForgotten(@Autowired DatabaseClient database) {
        catalogue.publish(id, 1, 1);
        catalogue.awaitVersion(id, 1);
        catalogue.withdraw(id, 2);
        catalogue.awaitSilence(id);

        assertThat(database.sql("SELECT count(system_prompt) FROM persona WHERE personality_id = :id").bind("id", id)
                .mapValue(Long.class).one().block()).isZero();
    }

    @Test
    void anOlderEventThatComesLateBringsNothingBack() {
        personas.on(new PromptWithdrawn(id, 5, 2)).then(personas.on(published(4, 2))).block();

        StepVerifier.create(personas.speaking(id)).verifyError(Problem.class);
    }

    @Test
    void aReplayChangesNothing() {
        personas.on(published(1, 1)).then(personas.on(published(2, 2))).then(personas.on(published(1, 1)))
                .then(personas.on(published(2, 2))).block();

        var persona = Objects.requireNonNull(personas.speaking(id).block());
        assertThat(persona.version()).isEqualTo(2);
        assertThat(persona.sections().postHistory()).isEqualTo("Stay on the island.");
        assertThat(persona.sections().systemOverride()).isEqualTo("Write as Orla would speak.");
    }

    private boolean visibilityOf(Consumer<ObjectNode> change) {
        return catalogue.awaitVersion(catalogue.published(change), 1).open();
    }

    private PromptPublished published(long revision, int version) {
        return new PromptPublished(id, revision, version, sample.name(), sample.nickname(), sample.systemPrompt(),
                sample.promptSections(), sample.greeting(), sample.examples(), null);
    }
}
