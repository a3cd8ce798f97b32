package dev.personamarket.rating.rating;

import java.util.UUID;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;

/** Many people at once, who come in behind HTTP and Kafka. */
@TestConfiguration(proxyBeanMethods = false)
public class Crowd {

    private final Ratings ratings;
    private final TransactionalOperator transaction;

    Crowd(Ratings ratings, TransactionalOperator transaction) {
        this.ratings = ratings;
        this.transaction = transaction;
    }

    public Mono<Void> rate(UUID personality, UUID person, int stars) {
        return ratings.rate(new RatingKey(personality, person), new RateRequest(stars, null)).then();
    }

    public Mono<Void> withdraw(UUID personality, UUID person) {
        return ratings.withdraw(new RatingKey(personality, person)).then();
    }

    /** As the listener does it. */
    public Mono<Void> use(UUID personality, UUID person) {
        return ratings.use(personality, person).as(transaction::transactional);
    }
}
