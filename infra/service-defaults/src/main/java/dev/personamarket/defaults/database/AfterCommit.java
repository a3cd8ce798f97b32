package dev.personamarket.defaults.database;

import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;

import reactor.core.publisher.Mono;

/** Something that is worth doing only once a transaction has committed. */
public final class AfterCommit {

    private AfterCommit() {}

    /** Does it once the caller's transaction has committed, and never if it is rolled back; fails outside of one. */
    public static Mono<Void> run(Runnable work) {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(transaction -> transaction.registerSynchronization(new Synchronization(work))).then();
    }

    private record Synchronization(Runnable work) implements TransactionSynchronization {

        @Override
        public Mono<Void> afterCommit() {
            return Mono.fromRunnable(work);
        }
    }
}
