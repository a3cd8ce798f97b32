package dev.personamarket.preview.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import dev.personamarket.preview.model.ChatMessage;
import dev.personamarket.preview.model.Generation;
import dev.personamarket.preview.model.ModelEvent;
import dev.personamarket.preview.model.ModelEvent.Finished;
import dev.personamarket.preview.model.ModelEvent.Replacement;
import dev.personamarket.preview.model.ModelEvent.Token;
import dev.personamarket.preview.model.Prompt;
import dev.personamarket.preview.model.Usage;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class WatchTests {

    private static final Prompt PROMPT = new Prompt(List.of(ChatMessage.user("Hello!")), "sha256:0",
            Generation.USUAL);
    private static final Finished END = new Finished("stop", new Usage(9, 12));

    private final List<String> refused = new ArrayList<>();
    private final AtomicBoolean cancelled = new AtomicBoolean();

    @Test
    void theWordsLetAnAnswerThroughThatMayBeSaid() {
        StepVerifier.create(byWords(Flux.just(new Token("I co"), new Token("ok"), END)))
                .expectNext(new Token("I "), new Token("cook"), END).verifyComplete();
        assertThat(refused).isEmpty();
    }

    @Test
    void theWordsCutAnAnswerBeforeTheTermIsShown() {
        StepVerifier.create(byWords(endless("I co", "ok me", "th daily"))).expectNext(new Token("I "))
                .expectNext(Replacement.neutrally()).assertNext(WatchTests::isFiltered).verifyComplete();
        assertThat(refused).containsExactly("illicit");
        assertThat(cancelled).isTrue();
    }

    @Test
    void theWordsCutAnAnswerThatEndsWithTheTerm() {
        StepVerifier.create(byWords(Flux.just(new Token("I cook meth"), END))).expectNext(new Token("I "))
                .expectNext(Replacement.neutrally(), new Finished("content_filter", END.usage())).verifyComplete();
    }

    @Test
    void theEndpointLetsAnAnswerThroughThatMayBeSaid() {
        StepVerifier.create(byEndpoint(_ -> Mono.empty(), Flux.just(new Token("All is "), new Token("well."), END)))
                .expectNext(new Token("All is "), new Token("well."), END).verifyComplete();
    }

    @Test
    void tokensDoNotWaitForTheEndpointAndItsRefusalCutsTheAnswer() {
        var verdict = Sinks.<String>one();

        StepVerifier.create(byEndpoint(_ -> verdict.asMono(), endless("More than ten letters ", "and more")))
                .expectNext(new Token("More than ten letters "), new Token("and more"))
                .then(() -> verdict.tryEmitValue("hate")).expectNext(Replacement.neutrally())
                .assertNext(WatchTests::isFiltered).verifyComplete();
        assertThat(refused).containsExactly("hate");
        assertThat(cancelled).isTrue();
    }

    @Test
    void theEndpointJudgesTheWholeBeforeTheEnd() {
        StepVerifier.create(byEndpoint(text -> text.equals("No, yes.") ? Mono.just("hate") : Mono.empty(),
                Flux.just(new Token("No, "), new Token("yes."), END)))
                .expectNext(new Token("No, "), new Token("yes."), Replacement.neutrally(),
                        new Finished("content_filter", END.usage()))
                .verifyComplete();
        assertThat(refused).containsExactly("hate");
    }

    private Flux<ModelEvent> byWords(Flux<ModelEvent> answer) {
        return new WordWatch(WordList.of("illicit 0.9: cook meth").terms(_ -> true), PROMPT, refused::add)
                .over(answer);
    }

    private Flux<ModelEvent> byEndpoint(Function<String, Mono<String>> refusal, Flux<ModelEvent> answer) {
        return new EndpointWatch(refusal, 10, PROMPT, refused::add).over(answer);
    }

    private Flux<ModelEvent> endless(String... tokens) {
        return Flux.fromArray(tokens).<ModelEvent>map(Token::new).concatWith(Flux.never())
                .doOnCancel(() -> cancelled.set(true));
    }

    private static void isFiltered(ModelEvent event) {
        assertThat(event).isInstanceOfSatisfying(Finished.class, end -> {
            assertThat(end.reason()).isEqualTo("content_filter");
            assertThat(end.usage().promptTokens()).isEqualTo(PROMPT.tokens());
            assertThat(end.usage().completionTokens()).isPositive();
        });
    }
}
