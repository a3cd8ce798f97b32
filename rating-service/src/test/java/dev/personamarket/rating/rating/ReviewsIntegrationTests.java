package dev.personamarket.rating.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

import com.github.f4b6a3.uuid.UuidCreator;

import dev.personamarket.rating.Catalogue;
import dev.personamarket.rating.RatingServiceTest;
import dev.personamarket.testing.TestIdentity;

import static org.assertj.core.api.Assertions.assertThat;

@RatingServiceTest
class ReviewsIntegrationTests {

    private static final List<String> NAMES = List.of("ada", "sam", "mia", "noa", "eve", "kim", "lou");

    @Autowired
    private Catalogue catalogue;

    private final People people;
    private UUID personality = new UUID(0, 0);

    ReviewsIntegrationTests(@Autowired WebTestClient client, @Autowired TestIdentity identity) {
        people = new People(client, identity);
    }

    @BeforeEach
    void aPersonalityIsPublished() {
        personality = catalogue.published();
    }

    @Test
    void theNewestReviewIsFirst() {
        NAMES.forEach(name -> people.rate(name, personality, 4, "From " + name));

        assertThat(page("").items()).extracting(Rating::review)
                .containsExactlyElementsOf(NAMES.reversed().stream().map("From "::concat).toList());
    }

    @Test
    void ratingAgainMovesAReviewToTheFront() {
        people.rate("ada", personality, 4, "Early.");
        people.rate("sam", personality, 4, "Later.");
        people.rate("ada", personality, 5, "Changed my mind.");

        assertThat(page("").items()).extracting(Rating::review).containsExactly("Changed my mind.", "Later.");
    }

    @Test
    void starsWithoutWordsAreNotListed() {
        people.rate("ada", personality, 4);

        assertThat(page("").items()).isEmpty();
        assertThat(page("").nextCursor()).isNull();
    }

    @Test
    void pagesFollowEachOtherWithoutGapsOrRepetitions() {
        NAMES.forEach(name -> people.rate(name, personality, 4, "From " + name));
        var read = new ArrayList<Rating>();

        var page = page("?limit=3");
        read.addAll(page.items());
        people.rate("new", personality, 1, "Came in between.");
        while (page.nextCursor() != null) {
            page = page("?limit=3&cursor=" + page.nextCursor());
            read.addAll(page.items());
        }

        assertThat(read).extracting(Rating::review)
                .containsExactlyElementsOf(NAMES.reversed().stream().map("From "::concat).toList());
    }

    @Test
    void aFullLastPageHasNoNext() {
        NAMES.forEach(name -> people.rate(name, personality, 4, "From " + name));

        assertThat(page("?limit=" + NAMES.size()).nextCursor()).isNull();
    }

    @Test
    void reviewsOfAnUnknownPersonalityAreNotFound() {
        people.reviews(UuidCreator.getTimeOrderedEpoch(), "").expectStatus().isNotFound()
                .expectBody().jsonPath("$.type").isEqualTo("/problems/personality-not-found");
    }

    private ReviewPage page(String query) {
        return Objects.requireNonNull(people.reviews(personality, query).expectStatus().isOk()
                .expectBody(ReviewPage.class).returnResult().getResponseBody());
    }
}
