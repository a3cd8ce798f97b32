package dev.personamarket.rating.review;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import com.github.f4b6a3.uuid.UuidCreator;

import dev.personamarket.rating.Catalogue;
import dev.personamarket.rating.RatingServiceTest;
import dev.personamarket.rating.Usage;
import dev.personamarket.rating.rating.People;
import dev.personamarket.testing.TestIdentity;

import static org.assertj.core.api.Assertions.assertThat;

@RatingServiceTest
class ReviewsIntegrationTests {

    private static final List<String> NAMES = List.of("ada", "sam", "mia", "noa", "eve", "kim", "lou");

    @Autowired
    private Catalogue catalogue;

    private final People people;
    private final Readers readers;
    private UUID personality = new UUID(0, 0);

    ReviewsIntegrationTests(@Autowired WebTestClient client, @Autowired TestIdentity identity) {
        people = new People(client, identity);
        readers = new Readers(client, identity);
    }

    @BeforeEach
    void aPersonalityIsPublished() {
        personality = catalogue.published();
    }

    @Test
    void theNewestReviewIsFirst() {
        allSaySomething();

        assertThat(page("").items()).extracting(Review::review).containsExactlyElementsOf(newestFirst());
        assertThat(page("?sort=newest").items()).isEqualTo(page("").items());
    }

    @Test
    void theMostHelpfulReviewIsFirstAndAmongEqualsTheLaterOne() {
        allSaySomething();
        find("From sam", "ada", "mia");
        find("From noa", "ada");

        assertThat(page("?sort=helpful").items()).extracting(Review::review).containsExactly("From sam", "From noa",
                "From lou", "From kim", "From eve", "From mia", "From ada");
        assertThat(page("?sort=helpful").items()).extracting(Review::helpfulCount).containsExactly(2, 1, 0, 0, 0, 0, 0);
    }

    @Test
    void aReviewSaysAllButWhoseItIs(@Autowired Usage usage, @Autowired TestIdentity identity) {
        usage.replied(personality, identity.user("ada").id());
        usage.awaitUse(personality, identity.user("ada").id());
        var rated = people.say("ada", personality, 4, "Warm.").path("rating");

        readers.tryToRead(null, personality, "").expectStatus().isOk().expectBody().json("""
                {"items": [{"id": %s, "stars": 4, "review": "Warm.", "submittedAt": %s, "personalityVersion": 1,
                            "verified": true, "helpfulCount": 0}]}
                """.formatted(rated.path("id"), rated.path("submittedAt")),
                JsonCompareMode.STRICT);
    }

    @Test
    void ratingAgainMovesAReviewToTheFront() {
        people.say("ada", personality, 4, "Early.");
        people.say("sam", personality, 4, "Later.");
        people.say("ada", personality, 5, "Changed my mind.");

        assertThat(page("").items()).extracting(Review::review).containsExactly("Changed my mind.", "Later.");
    }

    @Test
    void starsWithoutWordsAreNotListed() {
        people.say("ada", personality, 4, "");

        assertThat(page("").items()).isEmpty();
        assertThat(page("").nextCursor()).isNull();
    }

    @Test
    void pagesFollowEachOtherWithoutGapsOrRepetitions() {
        allSaySomething();
        var read = readers.all(personality, "?limit=3", () -> people.say("new", personality, 1, "Came in between."));

        assertThat(read).extracting(Review::review).containsExactlyElementsOf(newestFirst());
    }

    @Test
    void pagesOfHelpfulReviewsFollowEachOtherToo() {
        allSaySomething();
        Stream.of("ada", "sam", "mia").forEach(name -> find("From kim", name));
        find("From eve", "ada");
        find("From mia", "ada");
        var read = readers.all(personality, "?sort=helpful&limit=2",
                () -> people.say("new", personality, 1, "Came in between, and before what is as helpful."));

        assertThat(read.subList(0, 3)).extracting(Review::review).containsExactly("From kim", "From eve", "From mia");
        assertThat(read).extracting(Review::review).contains("From lou", "From noa", "From sam", "From ada")
                .doesNotHaveDuplicates();
    }

    @Test
    void aFullLastPageHasNoNext() {
        allSaySomething();

        assertThat(page("?limit=" + NAMES.size()).nextCursor()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=101", "?limit=many", "?cursor=nonsense", "?cursor=", "?sort=worst",
            "?sort=NEWEST", "?cursor=MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkw"})
    void whatIsNoPageIsRefused(String query) {
        readers.tryToRead(null, personality, query).expectStatus().isBadRequest().expectBody().jsonPath("$.type")
                .isEqualTo("/problems/invalid-request");
    }

    @Test
    void aCursorOfAnotherSortIsRefused() {
        allSaySomething();
        var newest = page("?limit=2").nextCursor();
        var helpful = page("?limit=2&sort=helpful").nextCursor();

        Stream.of("?sort=helpful&cursor=" + newest, "?cursor=" + helpful)
                .forEach(query -> readers.tryToRead(null, personality, query).expectStatus().isBadRequest().expectBody()
                        .jsonPath("$.errors[0].field").isEqualTo("cursor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "helpful"})
    void aCursorFromNowhereNearAnyReviewIsAPlaceToo(String sort) {
        people.say("ada", personality, 4, "Warm.");
        var reviewSort = ReviewSort.named(sort);

        assertThat(page("?sort=%s&cursor=%s".formatted(sort, new ReviewCursor(reviewSort, Long.MAX_VALUE,
                UUID.randomUUID()))).items()).hasSize(1);
        assertThat(page("?sort=%s&cursor=%s".formatted(sort, new ReviewCursor(reviewSort, Long.MIN_VALUE,
                new UUID(0, 0)))).items()).isEmpty();
    }

    @Test
    void reviewsOfAnUnknownPersonalityAreNotFound() {
        readers.tryToRead(null, UuidCreator.getTimeOrderedEpoch(), "").expectStatus().isNotFound()
                .expectBody().jsonPath("$.type").isEqualTo("/problems/personality-not-found");
    }

    /** However few rows there are: where sorting is all but forbidden, the planner shows that it need not. */
    @ParameterizedTest
    @CsvSource({"submitted_at, rating_reviews", "helpful_count, rating_helpful_reviews"})
    void eachSortHasItsIndex(String column, String index, @Autowired DatabaseClient database,
            @Autowired TransactionalOperator transaction) {
        var plan = database.sql("SET LOCAL enable_sort = off").then()
                .then(database.sql("SET LOCAL enable_seqscan = off")
                        .then())
                .thenMany(database.sql("""
                        EXPLAIN SELECT id FROM rating WHERE personality_id = '%s' AND review IS NOT NULL
                        ORDER BY %s DESC, id DESC LIMIT 20
                        """.formatted(personality, column)).mapValue(String.class).all())
                .collectList().as(transaction::transactional).block();

        assertThat(String.valueOf(plan)).contains(index + " on rating").doesNotContain("Sort");
    }

    private void allSaySomething() {
        NAMES.forEach(name -> people.say(name, personality, 4, "From " + name));
    }

    private static List<String> newestFirst() {
        return NAMES.reversed().stream().map("From "::concat).toList();
    }

    private void find(String review, String... names) {
        var id = page("").items().stream().filter(item -> item.review().equals(review)).findFirst().orElseThrow().id();
        Stream.of(names).forEach(name -> readers.mark(name, personality, id));
    }

    private ReviewPage page(String query) {
        return readers.page(null, personality, query);
    }
}
