package dev.personamarket.rating.rating;

import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

import com.github.f4b6a3.uuid.UuidCreator;

import dev.personamarket.rating.Catalogue;
import dev.personamarket.rating.RatingServiceTest;
import dev.personamarket.testing.Contracts;
import dev.personamarket.testing.TestIdentity;
import dev.personamarket.testing.TestKafka;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@RatingServiceTest
class RatingIntegrationTests {

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private TestIdentity identity;

    @Autowired
    private TestKafka kafka;

    private final People people;
    private UUID personality = new UUID(0, 0);

    RatingIntegrationTests(@Autowired WebTestClient client, @Autowired TestIdentity identity) {
        people = new People(client, identity);
    }

    @BeforeEach
    void aPersonalityIsPublished() {
        personality = catalogue.published();
    }

    @Test
    void theFirstRatingIsTheWholeSummary() {
        var rated = people.rate("ada", personality, 4, "Kept me company for a whole night.");

        assertThat(rated.rating().stars()).isEqualTo(4);
        assertThat(rated.rating().review()).isEqualTo("Kept me company for a whole night.");
        assertThat(rated.rating().personalityVersion()).isEqualTo(1);
        assertThat(rated.summary()).isEqualTo(Sums.unverified(1, 0, 0, 0, 1, 0));
    }

    @Test
    void severalPeopleAddUp() {
        people.rate("ada", personality, 5);
        people.rate("sam", personality, 4);
        var rated = people.rate("mia", personality, 1);

        assertThat(rated.summary()).isEqualTo(Sums.unverified(3, 1, 0, 0, 1, 1));
    }

    @Test
    void ratingAgainReplaces() {
        var first = people.rate("ada", personality, 1, "Not for me.");
        var second = people.rate("ada", personality, 5);

        assertThat(second.rating().id()).isEqualTo(first.rating().id());
        assertThat(second.rating().review()).isNull();
        assertThat(second.summary()).isEqualTo(Sums.unverified(2, 0, 0, 0, 0, 1));
    }

    @Test
    void equalStarsAgainCountOnce() {
        people.rate("ada", personality, 3);
        var again = people.rate("ada", personality, 3);

        assertThat(again.summary()).isEqualTo(Sums.unverified(2, 0, 0, 1, 0, 0));
    }

    @Test
    void aWithdrawnRatingIsGoneFromTheSummary() {
        people.rate("ada", personality, 5);
        people.rate("sam", personality, 2);
        people.withdraw("ada", personality).expectStatus().isNoContent();

        people.mine("ada", personality).expectStatus().isNotFound();
        assertThat(people.rate("mia", personality, 2).summary())
                .isEqualTo(Sums.unverified(4, 0, 2, 0, 0, 0));
    }

    @Test
    void afterTheLastWithdrawalTheAverageIsZero() {
        people.rate("ada", personality, 5);
        people.withdraw("ada", personality).expectStatus().isNoContent();

        var event = kafka.awaitEvent(RatingWithdrawn.TYPE, this::isOurs);
        assertThat(event.at("/summary/count").asInt()).isZero();
        assertThat(event.at("/summary/average").asDouble()).isZero();
        assertThat(event.at("/summary/version").asLong()).isEqualTo(2);
    }

    @Test
    void iSeeMyOwnRating() {
        var rated = people.rate("ada", personality, 4, "Warm.");

        people.mine("ada", personality).expectStatus().isOk().expectBody(Rating.class).isEqualTo(rated.rating());
    }

    @Test
    void whatIsRatedIsTheVersionThatIsPublishedThen() {
        catalogue.publish(personality, 2, 2);
        catalogue.awaitRevision(personality, 2);

        assertThat(people.rate("ada", personality, 4).rating().personalityVersion()).isEqualTo(2);
    }

    @Test
    void aReviewIsTidied() {
        assertThat(people.rate("ada", personality, 4, "  One.\r\nTwo.\rThree. \n").rating().review())
                .isEqualTo("One.\nTwo.\nThree.");
        assertThat(people.rate("ada", personality, 4, " \n ").rating().review()).isNull();
        assertThat(people.rate("ada", personality, 4, "Kind\u202e and\u200b cafe\u0301").rating().review())
                .isEqualTo("Kind and caf\u00e9");
    }

    @Test
    void theEventSaysWhatTheAnswerSays() {
        people.rate("ada", personality, 2);
        var rated = people.rate("ada", personality, 5, "Better than I thought.");

        var event = kafka.awaitEvent(RatingSubmitted.TYPE, told -> isOurs(told) && told.has("previousStars"));

        Contracts.assertValid(RatingSubmitted.TYPE, event);
        assertThat(event.path("ratingId").asString()).isEqualTo(rated.rating().id().toString());
        assertThat(event.path("raterId").asString()).isEqualTo(identity.user("ada").id().toString());
        assertThat(event.path("previousStars").asInt()).isEqualTo(2);
        assertThat(event.path("stars").asInt()).isEqualTo(5);
        assertThat(event.path("submittedAt").asString()).isEqualTo(rated.rating().submittedAt().toString());
        assertThat(event.at("/summary/version").asLong()).isEqualTo(2);
        assertThat(event.toString()).doesNotContain("Better than");
    }

    @Test
    void aFirstRatingHasNoPreviousStars() {
        people.rate("ada", personality, 2);

        var event = kafka.awaitEvent(RatingSubmitted.TYPE, this::isOurs);
        Contracts.assertValid(RatingSubmitted.TYPE, event);
        assertThat(event.has("previousStars")).isFalse();
    }

    @Test
    void theWithdrawalIsTold() {
        people.rate("ada", personality, 2);
        people.withdraw("ada", personality);

        var event = kafka.awaitEvent(RatingWithdrawn.TYPE, this::isOurs);
        Contracts.assertValid(RatingWithdrawn.TYPE, event);
        assertThat(event.path("stars").asInt()).isEqualTo(2);
    }

    @Test
    void anUnknownPersonalityIsNotFound() {
        var unknown = UuidCreator.getTimeOrderedEpoch();

        people.tryToRate("ada", unknown, "{\"stars\": 5}").expectStatus().isNotFound()
                .expectBody().jsonPath("$.type").isEqualTo("/problems/personality-not-found");
    }

    @Test
    void anArchivedPersonalityCannotBeRated() {
        people.tryToRate("ada", catalogue.archived(), "{\"stars\": 5}").expectStatus().isEqualTo(409)
                .expectBody().jsonPath("$.type").isEqualTo("/problems/personality-archived");
    }

    @Test
    void onesOwnPersonalityCannotBeRated() {
        var own = catalogue.publishedBy(identity.user("ada").id());

        people.tryToRate("ada", own, "{\"stars\": 5}").expectStatus().isForbidden()
                .expectBody().jsonPath("$.type").isEqualTo("/problems/own-personality");
        people.rate("sam", own, 4);
    }

    @Test
    void onesOwnPersonalityIsKnownOnceTheCatalogueHasToldItsCreator() {
        var ada = identity.user("ada").id();
        var own = UuidCreator.getTimeOrderedEpoch();
        catalogue.publish(own, 1, 1, null);
        catalogue.awaitRevision(own, 1);
        people.rate("ada", own, 5);

        catalogue.publish(own, 1, 1, ada);

        Awaitility.await().untilAsserted(
                () -> people.tryToRate("ada", own, "{\"stars\": 4}").expectStatus().isForbidden());
        people.withdraw("ada", own).expectStatus().isNoContent();
    }

    @Test
    void aRatingOfAPersonalityThatWasArchivedSinceCanStillBeWithdrawn() {
        people.rate("ada", personality, 2);
        catalogue.archive(personality, 2);
        catalogue.awaitRevision(personality, 2);

        people.mine("ada", personality).expectStatus().isOk();
        people.withdraw("ada", personality).expectStatus().isNoContent();
        people.withdraw("ada", personality).expectStatus().isNotFound();
    }

    private boolean isOurs(JsonNode event) {
        return event.path("personalityId").asString().equals(personality.toString());
    }
}
