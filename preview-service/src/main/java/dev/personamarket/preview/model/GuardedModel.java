package dev.personamarket.preview.model;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Keeps a bad model from becoming our trouble: a circuit breaker that counts every call, a second try where that can
 * help and nothing was said yet, a limit of calls at once, and an end to everything.
 */
final class GuardedModel implements LanguageModel {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final OpenAiModel model;
    private final ModelProperties properties;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;

    GuardedModel(OpenAiModel model, ModelProperties properties, CircuitBreaker breaker, Bulkhead bulkhead) {
        this.model = model;
        this.properties = properties;
        this.breaker = breaker;
        this.bulkhead = bulkhead;
    }

    /** Asks the breaker for leave and gives it back, since asking is also what lets an open breaker try again. */
    @Override
    public Mono<Void> ready() {
        return Mono.defer(() -> {
            if (!breaker.tryAcquirePermission()) {
                return Mono.error(suspended());
            }
            breaker.releasePermission();
            return bulkhead.getMetrics().getAvailableConcurrentCalls() > 0 ? Mono.empty() : Mono.error(full());
        });
    }

    @Override
    public Flux<ModelEvent> answer(Prompt prompt) {
        return Flux.defer(() -> tries(prompt, new AtomicBoolean()))
                .takeUntilOther(Mono.delay(properties.totalDeadline()).then(Mono.error(GuardedModel::late)))
                .transformDeferred(BulkheadOperator.of(bulkhead))
                .onErrorMap(CallNotPermittedException.class, _ -> suspended())
                .onErrorMap(BulkheadFullException.class, _ -> full());
    }

    private Flux<ModelEvent> tries(Prompt prompt, AtomicBoolean spoken) {
        return model.answer(prompt).transformDeferred(CircuitBreakerOperator.of(breaker))
                .doOnNext(_ -> spoken.set(true))
                .retryWhen(Retry.from(failures -> failures.concatMap(
                        failure -> spoken.get()
                                ? Mono.error(failure.failure())
                                : pause(failure.failure(), failure.totalRetries()))));
    }

    /** Ends when the next try may begin, or fails when there is to be none. */
    private Mono<Long> pause(Throwable failure, long retries) {
        if (!(failure instanceof ModelException fault) || !fault.isRetryable() || retries >= properties.retries()) {
            return Mono.error(failure);
        }
        var wait = Objects.requireNonNullElseGet(fault.retryAfter(), () -> backOff(retries));
        return wait.compareTo(properties.longestWait()) > 0 ? Mono.error(failure) : Mono.delay(wait);
    }

    /** Twice as long each time, less up to a quarter, so that many that failed together do not return together. */
    private static Duration backOff(long retries) {
        var pause = FIRST_PAUSE.multipliedBy(1L << retries);
        return pause.minusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 4));
    }

    private ModelException suspended() {
        var wait = breaker.getCircuitBreakerConfig().getWaitIntervalFunctionInOpenState().apply(1);
        return ModelException.retryAfter(Duration.ofMillis(wait), ModelFault.UNAVAILABLE,
                "The model has failed so often that it is left alone for a while");
    }

    private static ModelException full() {
        return new ModelException(ModelFault.BUSY, "As many calls are under way as are allowed");
    }

    private static ModelException late() {
        return new ModelException(ModelFault.TIMEOUT, "The answer took longer than it may in all");
    }
}
