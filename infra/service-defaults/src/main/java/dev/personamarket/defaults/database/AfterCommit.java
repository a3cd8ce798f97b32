package dev.personamarket.defaults.database;

import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;

import reactor.core.publisher.Mono;

/** What is done once the caller's transaction has committed, and never when it has not. */
public final class AfterCommit {

    private record Synchronization(Runnable work) implements TransactionSynchronization {

        @Override
        public Mono<Void> afterCommit() {
            return Mono.fromRunnable(work);
        }
    }

    private AfterCommit() {}

    /** Completes when that is arranged; fails with {@link IllegalStateException} outside of a transaction. */
    public static Mono<Void> run(Runnable work) {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(transaction -> transaction.registerSynchronization(new Synchronization(work)))
                .then();
    }
}
