package dev.personamarket.rating.review;

import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import dev.personamarket.rating.Catalogue;
import dev.personamarket.rating.RatingServiceTest;
import dev.personamarket.rating.rating.Crowd;
import dev.personamarket.rating.rating.People;
import dev.personamarket.testing.TestIdentity;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

@RatingServiceTest
class HelpfulIntegrationTests {

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private HelpfulMarks marks;

    @Autowired
    private DatabaseClient database;

    private final People people;
    private final Readers readers;
    private UUID personality = new UUID(0, 0);
    private UUID review = new UUID(0, 0);

    HelpfulIntegrationTests(@Autowired WebTestClient client, @Autowired TestIdentity identity) {
        people = new People(client, identity);
        readers = new Readers(client, identity);
    }

    @BeforeEach
    void adaHasWrittenAReview() {
        personality = catalogue.published();
        review = idOf(people.say("ada", personality, 4, "Warm.").at("/rating/id").asString());
    }

    private static UUID idOf(String text) {
        return UUID.fromString(text);
    }

    @Test
    void aReaderMarksAReviewOnce() {
        assertThat(readers.mark("sam", personality, review)).isEqualTo(new Helpfulness(1, true));
        assertThat(readers.mark("sam", personality, review)).isEqualTo(new Helpfulness(1, true));
        assertThat(readers.mark("mia", personality, review)).isEqualTo(new Helpfulness(2, true));
    }

    @Test
    void aMarkIsTakenBackOnce() {
        readers.mark("sam", personality, review);
        readers.mark("mia", personality, review);

        assertThat(readers.unmark("sam", personality, review)).isEqualTo(new Helpfulness(1, false));
        assertThat(readers.unmark("sam", personality, review)).isEqualTo(new Helpfulness(1, false));
        assertThat(readers.unmark("noa", personality, review)).isEqualTo(new Helpfulness(1, false));
    }

    @Test
    void eachReaderSeesTheirOwnMarks() {
        readers.mark("sam", personality, review);

        assertThat(found("sam")).isTrue();
        assertThat(found("mia")).isFalse();
        assertThat(readers.page(null, personality, "").items().getFirst().foundHelpful()).isNull();
    }

    private boolean found(String name) {
        return Boolean.TRUE.equals(readers.page(name, personality, "").items().getFirst().foundHelpful());
    }

    @Test
    void onesOwnReviewIsUpToOthers() {
        for (var method : new HttpMethod[]{HttpMethod.PUT, HttpMethod.DELETE}) {
            isProblem(readers.tryToMark(method, "ada", personality, review), 403, "own-review");
        }
    }

    @Test
    void whatIsNoReviewIsNotFound() {
        var wordless = idOf(people.say("sam", personality, 5, "").at("/rating/id").asString());
        var elsewhere = catalogue.published();
        for (var method : new HttpMethod[]{HttpMethod.PUT, HttpMethod.DELETE}) {
            isProblem(readers.tryToMark(method, "mia", personality, UUID.randomUUID()), 404, "review-not-found");
            isProblem(readers.tryToMark(method, "mia", personality, wordless), 404, "review-not-found");
            isProblem(readers.tryToMark(method, "mia", elsewhere, review), 404, "review-not-found");
            isProblem(readers.tryToMark(method, "mia", personality, "first"), 400, "invalid-request");
            isProblem(readers.tryToMark(method, null, personality, review), 401, "sign-in-needed");
        }
    }

    @Test
    void ratingAgainKeepsTheMarks() {
        readers.mark("sam", personality, review);
        people.say("ada", personality, 5, "Warmer still.");

        assertThat(readers.mark("mia", personality, review)).isEqualTo(new Helpfulness(2, true));
    }

    @Test
    void aWithdrawnReviewTakesItsMarksAlong() {
        readers.mark("sam", personality, review);
        people.takeBack("ada", personality);
        isProblem(readers.tryToMark(HttpMethod.PUT, "mia", personality, review), 404, "review-not-found");

        people.say("ada", personality, 5, "Here again.");

        assertThat(readers.page("sam", personality, "").items()).singleElement()
                .satisfies(again -> assertThat(again.helpfulCount()).isZero())
                .satisfies(again -> assertThat(again.foundHelpful()).isFalse());
    }

    @Test
    void fiftyAtOnceAreFifty() {
        var fifty = IntStream.range(0, 50).mapToObj(_ -> UUID.randomUUID()).toList();
        race(fifty.stream().flatMap(reader -> Stream.of(mark(reader), mark(reader))));
        assertThat(count()).isEqualTo(50);

        race(fifty.stream().limit(20).flatMap(reader -> Stream.of(unmark(reader), unmark(reader), mark(reader))));
        assertThat(count()).isEqualTo(marked()).isBetween(30L, 50L);
    }

    /** Whoever comes first, no mark is left of a review that is gone. */
    @Test
    void markingAndWithdrawingAtOnce(@Autowired Crowd crowd, @Autowired TestIdentity identity) {
        var ada = identity.user("ada").id();
        crowd.use(personality, ada).block();
        var marking = Stream.generate(() -> mark(UUID.randomUUID()).onErrorComplete()).limit(60).toList();
        var all = new ArrayList<>(marking);
        all.add(20, crowd.withdraw(personality, ada));

        race(all.stream());

        assertThat(marked()).isZero();
    }

    private Mono<Void> mark(UUID reader) {
        return marks.mark(personality, review, reader).then();
    }

    private Mono<Void> unmark(UUID reader) {
        return marks.unmark(personality, review, reader).then();
    }

    private static void race(Stream<Mono<Void>> requests) {
        Flux.merge(Flux.fromStream(requests), 64).blockLast();
    }

    private long count() {
        return readers.page(null, personality, "").items().getFirst().helpfulCount();
    }

    private long marked() {
        return Objects.requireNonNull(database
                .sql("SELECT count(*) FROM found_helpful WHERE rating_id = :id").bind("id", review)
                .mapValue(Long.class).one().block());
    }

    private static void isProblem(ResponseSpec response, int status, String slug) {
        response.expectStatus().isEqualTo(status).expectBody().jsonPath("$.type").isEqualTo("/problems/" + slug);
    }
}
