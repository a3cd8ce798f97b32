package dev.personamarket.rating.rating;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import dev.personamarket.rating.Catalogue;
import dev.personamarket.rating.RatingServiceTest;
import dev.personamarket.testing.Contracts;
import dev.personamarket.testing.TestKafka;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** Whoever comes at the same time as whom: the summary is what a recount of the ratings gives. */
@RatingServiceTest
class RatingConcurrencyIntegrationTests {

    private static final int RACES = 200;
    private static final int PEOPLE = 20;

    @Autowired
    private Ratings ratings;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Crowd crowd;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private TestKafka kafka;

    private final List<UUID> people = IntStream.range(0, PEOPLE).mapToObj(_ -> UUID.randomUUID()).toList();
    private final Random random = new Random(4);

    @Test
    void manyPeopleRatingAgainAndAgainAtOnce() {
        var personality = catalogue.published();

        var answers = race(IntStream.range(0, RACES).mapToObj(_ -> rate(personality, somebody())).toList());

        assertThat(answers).extracting(rated -> rated.summary().version()).doesNotHaveDuplicates().hasSize(RACES);
        var last = answers.stream().max(Comparator.comparing(rated -> rated.summary().version())).orElseThrow();
        assertThat(last.summary()).isEqualTo(summary(personality)).isEqualTo(recount(personality, RACES));
        assertThat(awaitEvents(personality, RACES).getLast().path("summary").path("histogram").valueStream()
                .map(JsonNode::asInt)).containsExactlyElementsOf(last.summary().histogram());
    }

    /** The trap of one statement: what the second request replaces was not there when it began. */
    @Test
    void onePersonRatingManyTimesAtOnceIsCountedOnce() {
        var personality = catalogue.published();

        race(IntStream.range(0, RACES).mapToObj(_ -> rate(personality, people.getFirst())).toList());

        assertThat(summary(personality)).isEqualTo(recount(personality, RACES));
        assertThat(summary(personality).count()).isEqualTo(1);
        var events = awaitEvents(personality, RACES);
        assertThat(events.getFirst().has("previousStars")).isFalse();
        for (var i = 1; i < events.size(); i++) {
            assertThat(events.get(i).path("previousStars").asInt()).isEqualTo(events.get(i - 1).path("stars").asInt());
        }
    }

    @Test
    void ratingAndWithdrawingAndUsingAtOnce() {
        var personality = catalogue.published();
        race(IntStream.range(0, 3 * RACES).mapToObj(_ -> switch (random.nextInt(4)) {
            case 0 -> withdraw(personality, somebody());
            case 1 -> use(personality, people.get(random.nextInt(PEOPLE / 2)));
            default -> rate(personality, somebody());
        }).toList());

        var summary = summary(personality);
        assertThat(summary).isEqualTo(recount(personality, summary.version()));
        assertThat(awaitEvents(personality, (int) summary.version()))
                .extracting(event -> event.at("/summary/version").asLong())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, summary.version()).boxed().toList());
    }

    /** Whichever comes first: a rating whose author has used the personality is a verified one in the end. */
    @Test
    void usingAndRatingForTheFirstTimeAtOnce() {
        var personality = catalogue.published();
        var newcomers = IntStream.range(0, RACES).mapToObj(_ -> UUID.randomUUID()).toList();
        var both = newcomers.stream().flatMap(person -> random.nextBoolean()
                ? Stream.of(use(personality, person), rate(personality, person))
                : Stream.of(rate(personality, person), use(personality, person)));

        race(both.toList());

        var summary = summary(personality);
        assertThat(summary).isEqualTo(recount(personality, summary.version()));
        assertThat(summary.count()).isEqualTo(RACES);
        assertThat(summary.verified()).isEqualTo(summary.histogram());
        awaitEvents(personality, (int) summary.version());
    }

    /** The rating that is withdrawn is the changed one, while the summary that the statement saw knows nothing of it. */
    @Test
    void withdrawingWhatIsJustBeingChanged(@Autowired TransactionalOperator transaction) {
        var key = new RatingKey(catalogue.published(), people.getFirst());
        ratings.rate(key, new RateRequest(3, null)).block();

        var withdrawn = changeToFiveStars(key).then(Mono.fromSupplier(() -> ratings.withdraw(key).toFuture()))
                .delayUntil(_ -> somebodyWaitsForALock()).as(transaction::transactional).flatMap(Mono::fromFuture)
                .block();

        assertThat(requireNonNull(withdrawn).stars()).isEqualTo(5);
        assertThat(summary(key.personalityId()).histogram()).containsOnly(0);
    }

    private Mono<Void> changeToFiveStars(RatingKey key) {
        return database.sql("UPDATE rating SET stars = 5 WHERE rater_id = :rater").bind("rater", key.raterId()).then()
                .then(database.sql("""
                        UPDATE rating_summary SET version = 2, threes = 0, fives = 1 WHERE personality_id = :id
                        """).bind("id", key.personalityId()).then());
    }

    private Mono<Boolean> somebodyWaitsForALock() {
        return database.sql("""
                SELECT EXISTS (SELECT FROM pg_stat_activity
                               WHERE datname = current_database() AND wait_event_type = 'Lock')
                """).mapValue(Boolean.class).one().filter(waits -> waits)
                .repeatWhenEmpty(tries -> tries.delayElements(Duration.ofMillis(10)).take(500));
    }

    private Mono<Rated> rate(UUID personality, UUID rater) {
        return ratings.rate(new RatingKey(personality, rater), new RateRequest(1 + random.nextInt(5), null));
    }

    private Mono<Rated> withdraw(UUID personality, UUID rater) {
        return crowd.withdraw(personality, rater).then(Mono.empty());
    }

    private Mono<Rated> use(UUID personality, UUID user) {
        return crowd.use(personality, user).then(Mono.empty());
    }

    private UUID somebody() {
        return people.get(random.nextInt(PEOPLE));
    }

    private static List<Rated> race(List<Mono<Rated>> requests) {
        return requireNonNull(Flux.merge(Flux.fromIterable(requests), 64).collectList().block());
    }

    private Summary summary(UUID personality) {
        return requireNonNull(database.sql("""
                SELECT version, count, average, %s, score FROM rating_summary WHERE personality_id = :id
                """.formatted(SummarySql.HISTOGRAMS)).bind("id", personality)
                .map(row -> new Summary(requireNonNull(row.get(0, Long.class)),
                        requireNonNull(row.get(1, Integer.class)), requireNonNull(row.get(2, BigDecimal.class)),
                        List.of(requireNonNull(row.get(3, Integer[].class))),
                        List.of(requireNonNull(row.get(4, Integer[].class))),
                        requireNonNull(row.get(5, Double.class))))
                .one().block());
    }

    private Summary recount(UUID personality, long version) {
        return Sums.of(version, histogram(personality, "true"), histogram(personality, "used"));
    }

    private List<Integer> histogram(UUID personality, String which) {
        return requireNonNull(database.sql("""
                SELECT count(rating.id)::int FROM generate_series(1, 5) AS n
                LEFT JOIN rating ON personality_id = :id AND stars = n AND %s GROUP BY n ORDER BY n
                """.formatted(which)).bind("id", personality).mapValue(Integer.class).all().collectList().block());
    }

    /** The personality's events in the order of its partition, once so many have arrived; each is valid. */
    private List<JsonNode> awaitEvents(UUID personality, int number) {
        return Awaitility.await(number + " events").atMost(Duration.ofSeconds(20))
                .until(() -> events(personality), events -> events.size() == number);
    }

    private List<JsonNode> events(UUID personality) {
        return kafka.records(RatingTopic.NAME).stream().filter(message -> personality.toString().equals(message.key()))
                .peek(message -> Contracts.assertValid(TestKafka.header(message, "ce_type"),
                        new String(message.value(), StandardCharsets.UTF_8)))
                .map(message -> JsonMapper.shared().readTree(message.value())).toList();
    }
}
