package dev.personamarket.rating.rating;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import dev.personamarket.rating.Catalogue;
import dev.personamarket.rating.RatingServiceTest;
import dev.personamarket.testing.TestIdentity;

import static org.assertj.core.api.Assertions.assertThat;

/** Rating and withdrawing by people whose connection is bad. */
@RatingServiceTest
class IdempotencyIntegrationTests {

    private static final String REPLAYED = "Idempotency-Replayed";

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private DatabaseClient database;

    private final People people;
    private final String key = UUID.randomUUID().toString();
    private UUID personality = new UUID(0, 0);

    IdempotencyIntegrationTests(@Autowired WebTestClient client, @Autowired TestIdentity identity) {
        people = new People(client, identity);
    }

    @BeforeEach
    void aPersonalityIsPublished() {
        personality = catalogue.published();
    }

    @Test
    void ratingWithTheSameKeyIsRatingOnce() {
        var withKey = people.withKey(key);
        var first = withKey.tryToRate("ada", personality, "{\"stars\": 4}").expectStatus().isOk().expectHeader()
                .doesNotExist(REPLAYED).expectBody().returnResult().getResponseBody();
        var again = withKey.tryToRate("ada", personality, "{\"stars\": 4}").expectStatus().isOk().expectHeader()
                .valueEquals(REPLAYED, "true").expectBody().returnResult().getResponseBody();

        assertThat(again).isEqualTo(first);
        assertThat(told()).containsExactly(RatingSubmitted.TYPE);
        assertThat(people.rate("sam", personality, 5).summary().version()).isEqualTo(2);
    }

    @Test
    void otherStarsNeedAnotherKey() {
        people.withKey(key).rate("ada", personality, 4);

        people.withKey(key).tryToRate("ada", personality, "{\"stars\": 5}").expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.type").isEqualTo("/problems/idempotency-key-reused");
        assertThat(people.withKey("another").rate("ada", personality, 5).rating().stars()).isEqualTo(5);
    }

    @Test
    void withdrawingWithTheSameKeyIsNotRefused() {
        people.rate("ada", personality, 4);

        people.withKey(key).withdraw("ada", personality).expectStatus().isNoContent();
        people.withKey(key).withdraw("ada", personality).expectStatus().isNoContent().expectHeader()
                .valueEquals(REPLAYED, "true");
        people.withdraw("ada", personality).expectStatus().isNotFound();
        assertThat(told()).containsExactly(RatingSubmitted.TYPE, RatingWithdrawn.TYPE);
    }

    @Test
    void whoIsNotSignedInIsToldSoWhateverTheKey() {
        people.withKey(key).rate("ada", personality, 4);

        people.client().post().uri("/api/marketplace/personalities/{id}/rate", personality)
                .header("Idempotency-Key", key).exchange().expectStatus().isUnauthorized();
    }

    /** The types of the personality's events, in their order. */
    private List<String> told() {
        return database.sql("SELECT type FROM outbox WHERE key = :id ORDER BY position")
                .bind("id", personality.toString()).mapValue(String.class).all().collectList().blockOptional()
                .orElseThrow();
    }
}
