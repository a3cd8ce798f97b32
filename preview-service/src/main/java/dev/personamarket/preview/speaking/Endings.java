package dev.personamarket.preview.speaking;

import java.time.Duration;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import dev.personamarket.defaults.database.DatabaseFailures;
import dev.personamarket.preview.budget.Budgets;
import dev.personamarket.preview.budget.Reservation;
import dev.personamarket.preview.model.Usage;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * How answers end: what is stored of one and what it cost is one transaction. When very many end at once the database has
 * no room for some of them at first; they are tried again.
 */
@Component
public class Endings {

    private static final Retry NO_ROOM = Retry.backoff(5, Duration.ofMillis(500)).filter(DatabaseFailures::isAway)
            .onRetryExhaustedThrow((_, last) -> last.failure());

    private final Budgets budgets;
    private final TransactionalOperator transaction;

    Endings(Budgets budgets, TransactionalOperator transaction) {
        this.budgets = budgets;
        this.transaction = transaction;
    }

    public Mono<Void> paid(Reservation reservation, Usage used, Mono<Void> storing) {
        return free(storing.then(budgets.settle(reservation, used)));
    }

    /** Of what cost nothing. */
    public Mono<Void> free(Mono<Void> storing) {
        return storing.as(transaction::transactional).retryWhen(NO_ROOM);
    }

    /** An ending that is carried out even if whoever began it leaves meanwhile. */
    public static Mono<Void> carriedOut(Mono<Void> ending) {
        return Mono.deferContextual(context -> Mono.fromFuture(ending.contextWrite(context).toFuture(), true));
    }
}
