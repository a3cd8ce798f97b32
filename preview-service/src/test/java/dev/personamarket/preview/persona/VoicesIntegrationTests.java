package dev.personamarket.preview.persona;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;

import com.github.f4b6a3.uuid.UuidCreator;

import dev.personamarket.preview.PreviewServiceTest;
import dev.personamarket.testing.Contracts;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/** A personality can speak as it did in any version that it was ever published in. */
@PreviewServiceTest
class VoicesIntegrationTests {

    private final UUID id = UuidCreator.getTimeOrderedEpoch();
    private final PromptPublished sample = Contracts.read("marketplace.PromptPublished.v1", PromptPublished.class);

    @Autowired
    private Personas personas;

    @Autowired
    private TransactionalOperator transaction;

    @Test
    void everyVersionSpeaksAsItWasPublished() {
        happened(List.of(published(1, 1, "hidden"), published(2, 2, "hidden")));

        assertThat(voice(1)).isEqualTo(new Voice.Speaking(event(1, 1, "hidden").persona()));
        assertThat(voice(2)).isEqualTo(new Voice.Speaking(event(2, 2, "hidden").persona()));
    }

    @Test
    void itIsNotTheSameWhetherAVersionIsNotHeardOfYetOrWasNeverHeardOf() {
        assertThat(voice(1)).isInstanceOf(Voice.Unheard.class);

        happened(List.of(published(2, 2, "hidden")));

        assertThat(voice(1)).isInstanceOf(Voice.Unknown.class);
        assertThat(voice(3)).isInstanceOf(Voice.Unheard.class);
    }

    @Test
    void aVersionThatIsHeardOfLateIsKeptAndTheNewestStaysTheNewest() {
        happened(List.of(published(2, 2, "hidden"), published(1, 1, "hidden"), published(2, 2, "hidden")));

        assertThat(voice(1)).isInstanceOf(Voice.Speaking.class);
        assertThat(personas.speaking(id).map(Persona::version).block()).isEqualTo(2);
    }

    @Test
    void aWithdrawnPersonalityIsSilentInAllVersionsUntilItIsPublishedAgain() {
        happened(List.of(published(1, 1, "hidden"), published(2, 2, "hidden"),
                personas.on(new PromptWithdrawn(id, 3, 2)),
                published(1, 1, "hidden")));
        assertThat(voice(1)).isInstanceOf(Voice.Withdrawn.class);
        assertThat(voice(2)).isInstanceOf(Voice.Withdrawn.class);

        happened(List.of(published(4, 2, "hidden"), personas.on(new PromptWithdrawn(id, 3, 2))));

        assertThat(voice(1)).isInstanceOf(Voice.Speaking.class);
        assertThat(voice(2)).isInstanceOf(Voice.Speaking.class);
    }

    @Test
    void anOldPromptIsHiddenWhenTheNewestIs() {
        happened(List.of(published(1, 1, "open"), published(2, 2, "hidden")));
        assertThat(voice(1)).isInstanceOfSatisfying(Voice.Speaking.class,
                speaking -> assertThat(speaking.persona().open()).isFalse());

        happened(List.of(published(3, 3, "open")));

        assertThat(voice(1)).isInstanceOfSatisfying(Voice.Speaking.class,
                speaking -> assertThat(speaking.persona().open()).isTrue());
    }

    private Voice voice(int version) {
        return personas.voice(id, version).blockOptional().orElseThrow();
    }

    private void happened(List<Mono<Void>> effects) {
        Flux.fromIterable(effects).concatMap(effect -> effect.as(transaction::transactional)).blockLast();
    }

    private Mono<Void> published(long revision, int version, String visibility) {
        return personas.on(event(revision, version, visibility));
    }

    private PromptPublished event(long revision, int version, String visibility) {
        return new PromptPublished(id, revision, version, sample.name(), sample.nickname(),
                "You are number %d. %s".formatted(version, sample.systemPrompt()), sample.promptSections(),
                sample.greeting(), sample.examples(), sample.generation(), visibility);
    }
}
