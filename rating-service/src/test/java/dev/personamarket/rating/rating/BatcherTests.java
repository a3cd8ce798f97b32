package dev.personamarket.rating.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class BatcherTests {

    /** A batch in the database: its answer comes when the test says so. */
    private record Running(List<String> items, Sinks.One<Map<String, String>> answer) {

        void succeed() {
            answer.tryEmitValue(items.stream().filter(item -> !item.endsWith("?"))
                    .collect(Collectors.toMap(Function.identity(), String::toUpperCase)));
        }

        void fail(Throwable error) {
            answer.tryEmitError(error);
        }
    }

    private final List<Running> running = new ArrayList<>();
    private final Batcher<String, String> batcher = new Batcher<>(item -> item.charAt(0), items -> {
        running.add(new Running(items, Sinks.one()));
        return running.getLast().answer().asMono();
    });

    @Test
    void whoComesAloneIsServedAloneAndAtOnce() {
        var result = ask("a");

        StepVerifier.create(result).then(() -> running.getFirst().succeed()).expectNext("A").verifyComplete();
        assertThat(batches()).containsExactly(List.of("a"));
    }

    @Test
    void whatComesWhileAllAreBusyGoesTogether() {
        var results = Stream.of("a", "b", "c", "d").map(this::ask).toList();
        assertThat(batches()).containsExactly(List.of("a"), List.of("b"));

        running.getFirst().succeed();

        assertThat(batches()).last().isEqualTo(List.of("c", "d"));
        running.forEach(Running::succeed);
        assertThat(Mono.zip(results, List::of).block()).containsExactly("A", "B", "C", "D");
    }

    @Test
    void whatComesToNothingIsEmpty() {
        StepVerifier.create(ask("a?")).then(() -> running.getFirst().succeed()).verifyComplete();
    }

    @Test
    void ofTheSamePlaceThereIsOneInABatch() {
        Stream.of("a", "b", "c1", "d", "c2", "c1").forEach(this::ask);

        running.getFirst().succeed();
        assertThat(batches()).last().isEqualTo(List.of("c1", "d"));
        running.get(1).succeed();
        assertThat(batches()).last().isEqualTo(List.of("c2"));
        running.get(2).succeed();
        assertThat(batches()).last().isEqualTo(List.of("c1"));
    }

    @Test
    void whatTheServerRefusesIsTriedOneByOne() {
        Stream.of("a", "b").forEach(this::ask);
        var good = ask("c");
        var bad = ask("d");
        running.getFirst().succeed();

        running.getLast().fail(new R2dbcDataIntegrityViolationException("too many stars", "23514"));

        assertThat(batches().subList(2, 5)).containsExactly(List.of("c", "d"), List.of("c"), List.of("d"));
        running.get(3).succeed();
        running.get(4).fail(new R2dbcDataIntegrityViolationException("too many stars", "23514"));
        StepVerifier.create(good).expectNext("C").verifyComplete();
        StepVerifier.create(bad).verifyError(R2dbcDataIntegrityViolationException.class);
    }

    /** Nobody knows whether it was done. */
    @Test
    void whatTheServerDidNotAnswerIsNotTriedAgain() {
        Stream.of("a", "b").forEach(this::ask);
        var results = Stream.of("c", "d").map(this::ask).toList();
        running.getFirst().succeed();

        running.getLast().fail(new R2dbcNonTransientResourceException("the connection is closed"));

        results.forEach(
                result -> StepVerifier.create(result).verifyError(R2dbcNonTransientResourceException.class));
        assertThat(running).hasSize(3);
    }

    @Test
    void afterAFailureItGoesOn() {
        Stream.of("a", "b", "c").forEach(this::ask);

        running.getFirst().fail(new R2dbcNonTransientResourceException("the connection is closed"));

        assertThat(batches()).last().isEqualTo(List.of("c"));
    }

    @Test
    void whoGivesUpWaitingIsLeftOut() {
        Stream.of("a", "b").forEach(this::ask);
        batcher.add("c").subscribe().dispose();
        ask("d");

        running.getFirst().succeed();

        assertThat(batches()).last().isEqualTo(List.of("d"));
    }

    /** Asks now; whoever looks later finds the answer. */
    private Mono<String> ask(String item) {
        var result = batcher.add(item).cache();
        result.subscribe(_ -> {}, _ -> {});
        return result;
    }

    private List<List<String>> batches() {
        return running.stream().map(Running::items).toList();
    }
}
