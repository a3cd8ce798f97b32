package dev.personamarket.rating.operations;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.r2dbc.core.DatabaseClient;

import dev.personamarket.rating.Catalogue;
import dev.personamarket.rating.RatingServiceTest;
import dev.personamarket.rating.rating.Crowd;
import dev.personamarket.rating.rating.RatingTopic;
import dev.personamarket.testing.Contracts;
import dev.personamarket.testing.TestEngines;
import dev.personamarket.testing.TestKafka;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The commands as an operator meets them, beside the running service. */
@RatingServiceTest
class RecountIntegrationTests {

    private static final List<UUID> PEOPLE = IntStream.range(0, 8).mapToObj(_ -> UUID.randomUUID()).toList();

    private final Random random = new Random(18);
    private final Screen screen;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Crowd crowd;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private TestKafka kafka;

    @Autowired
    private Environment environment;

    private UUID personality = new UUID(0, 0);

    RecountIntegrationTests(@Autowired Environment environment) {
        screen = new Screen(environment, Map.of());
    }

    @BeforeEach
    void aCleanSlate(@Autowired TestEngines engines) throws Exception {
        new Slate(database, engines).clean();
        personality = catalogue.published();
    }

    /** What anybody can do, in any order; what it should come to is kept by simpler means. */
    @Test
    void whateverHappenedBothCountWhatTheTablesSay() {
        var personalities = List.of(personality, catalogue.published(), catalogue.published());
        var stars = new HashMap<List<UUID>, Integer>();
        var used = new HashSet<List<UUID>>();
        for (var step = 0; step < 400; step++) {
            var whose = List.of(personalities.get(random.nextInt(3)), PEOPLE.get(random.nextInt(PEOPLE.size())));
            switch (random.nextInt(5)) {
                case 0 -> {
                    crowd.withdraw(whose.getFirst(), whose.getLast()).block();
                    stars.remove(whose);
                }
                case 1 -> {
                    crowd.use(whose.getFirst(), whose.getLast()).block();
                    used.add(whose);
                }
                default -> {
                    stars.put(whose, 1 + random.nextInt(5));
                    crowd.rate(whose.getFirst(), whose.getLast(), stars.get(whose)).block();
                }
            }
        }

        for (var each : personalities) {
            assertThat(column("ARRAY[ones, twos, threes, fours, fives]", each)).isEqualTo(histogram(stars, each));
            var verified = new HashMap<>(stars);
            verified.keySet().retainAll(used);
            assertThat(column("ARRAY[verified_ones, verified_twos, verified_threes, verified_fours, verified_fives]",
                    each)).isEqualTo(histogram(verified, each));
        }
        bothAreEqual();
    }

    private static List<Integer> histogram(Map<List<UUID>, Integer> stars, UUID personality) {
        return IntStream.rangeClosed(1, 5).mapToObj(n -> (int) stars.entrySet().stream()
                .filter(entry -> entry.getKey().getFirst().equals(personality) && entry.getValue() == n).count())
                .toList();
    }

    @Test
    void withoutAnyRatingBothAreEqual() {
        bothAreEqual();
    }

    @Test
    void theyCountWhilePeopleRate() throws Exception {
        var going = anything(4_000);
        await().until(() -> !column("ARRAY[count]", personality).equals(List.of(0)));
        do {
            bothAreEqual();
        } while (!going.isDone());
        going.get();
    }

    private CompletableFuture<@Nullable Long> anything(int times) {
        return Flux.range(0, times).flatMap(_ -> anything(), 16).count().toFuture();
    }

    private Mono<Void> anything() {
        var person = PEOPLE.get(random.nextInt(PEOPLE.size()));
        return switch (random.nextInt(4)) {
            case 0 -> crowd.withdraw(personality, person);
            case 1 -> crowd.use(personality, person);
            default -> crowd.rate(personality, person, 1 + random.nextInt(5));
        };
    }

    @Test
    void whatDiffersIsSaidAndPutRight() {
        var lost = catalogue.published();
        var right = catalogue.published();
        Stream.of(personality, lost, right).forEach(each -> crowd.rate(each, PEOPLE.getFirst(), 4)
                .then(crowd.use(each, PEOPLE.getFirst())).block());
        change("UPDATE rating_summary SET fives = 7 WHERE personality_id = :id", personality);
        change("DELETE FROM rating_summary WHERE personality_id = :id", lost);

        for (var command : List.of("recount", "recount-log")) {
            assertThat(screen.perform(command)).isOne();
            assertThat(screen.said()).contains("2 summaries are not what", lost + " is missing",
                    personality + " is [0, 0, 0, 1, 7], verified [0, 0, 0, 1, 0]",
                    "should be [0, 0, 0, 1, 0], verified [0, 0, 0, 1, 0], score 3.6153846153846154, version 2")
                    .doesNotContain(right.toString());
        }
        assertThat(screen.perform("recount --repair")).isZero();

        assertThat(screen.said()).contains("2 summaries were put right");
        assertThat(screen.perform("recount")).isZero();
        var event = kafka.awaitEvent(SummaryRecounted.TYPE, told -> isOf(personality, told));
        Contracts.assertValid(SummaryRecounted.TYPE, event);
        assertThat(event.at("/summary/version").asLong()).isEqualTo(3);
        assertThat(event.at("/summary/histogram").toString()).isEqualTo("[0,0,0,1,0]");
        assertThat(event.at("/summary/score").asDouble()).isEqualTo((35 + 12) / 13.0);
        assertThat(kafka.events(SummaryRecounted.TYPE)).noneMatch(told -> isOf(right, told));
    }

    @Test
    void otherWeightsAreStoredByARepair() {
        crowd.rate(personality, PEOPLE.getFirst(), 4).then(crowd.use(personality, PEOPLE.getFirst())).block();
        var heavier = new Screen(environment, Map.of("marketplace.rating.weight.verified", "30"));

        assertThat(heavier.perform("recount")).isOne();
        assertThat(heavier.perform("recount-log")).isOne();
        assertThat(heavier.perform("recount --repair")).isZero();

        assertThat(heavier.perform("recount")).isZero();
        assertThat(heavier.perform("recount-log")).isZero();
        assertThat(kafka.awaitEvent(SummaryRecounted.TYPE, told -> isOf(personality, told)).at("/summary/score")
                .asDouble()).isEqualTo((35 + 120) / 40.0);
    }

    /** A summary that is put right is locked first; whoever rates at that time counts up from what it then says. */
    @Test
    void whileItIsPutRightPeopleRate() throws Exception {
        crowd.rate(personality, PEOPLE.getFirst(), 4).block();
        var going = anything(3_000);
        do {
            change("UPDATE rating_summary SET ones = ones + 3 WHERE personality_id = :id", personality);
            assertThat(screen.perform("recount --repair")).isZero();
        } while (!going.isDone());
        going.get();

        assertThat(screen.perform("recount")).isZero();
    }

    @Test
    void anEventThatComesTwiceCountsOnceAndOneThatIsLackingIsSaid() {
        crowd.rate(personality, PEOPLE.get(0), 4).then(crowd.rate(personality, PEOPLE.get(1), 2))
                .then(crowd.rate(personality, PEOPLE.get(0), 5)).block();
        await().until(() -> kafka.records(RatingTopic.NAME).size() == 3);
        kafka.records(RatingTopic.NAME).forEach(message -> kafka.send(RatingTopic.NAME, TestKafka.header(message,
                "ce_type"), message.key(), new String(message.value()), TestKafka.header(message, "ce_id")));
        bothAreEqual();

        change("UPDATE rating_summary SET version = 7, fives = 2 WHERE personality_id = :id", personality);

        assertThat(screen.perform("recount-log")).isOne();
        assertThat(screen.said()).contains("should be [0, 1, 0, 0, 1]", "version 3; the log lacks 4 of its events");
    }

    @Test
    void whatCannotRunSaysWhyInOneLine() {
        for (var command : List.of("recount --all", "recount-log --repair", "recount everything", "recount-log 1")) {
            assertThat(screen.perform(command)).isEqualTo(2);
            assertThat(screen.said()).startsWith("usage: java -jar rating-service.jar recount");
        }
        var away = new Screen(environment, Map.of("spring.r2dbc.url", "r2dbc:postgresql://localhost:1/rating"));
        assertThat(away.perform("recount")).isEqualTo(2);
        assertThat(away.said()).startsWith("failed: ").hasLineCount(1).containsIgnoringCase("connection refused");
    }

    @Test
    void whatIsNoEventOfThisServiceCannotBeCounted() {
        kafka.send(RatingTopic.NAME, "marketplace.WordSaid.v1", personality.toString(), "{}", UUID.randomUUID()
                .toString());

        assertThat(screen.perform("recount-log")).isEqualTo(2);
        assertThat(screen.said()).contains("but marketplace.WordSaid.v1").hasLineCount(1);
    }

    private void bothAreEqual() {
        assertThat(screen.perform("recount")).as(screen::said).isZero();
        assertThat(screen.said()).contains("Every summary is what the ratings say");
        assertThat(screen.perform("recount-log")).as(screen::said).isZero();
        assertThat(screen.said()).contains("Every summary is what the event log says");
    }

    private static boolean isOf(UUID personality, JsonNode event) {
        return event.path("personalityId").asString().equals(personality.toString());
    }

    private List<Integer> column(String array, UUID id) {
        return List.of(Objects.requireNonNull(database
                .sql("SELECT %s FROM rating_summary WHERE personality_id = :id".formatted(array)).bind("id", id)
                .map(row -> Objects.requireNonNull(row.get(0, Integer[].class))).one().defaultIfEmpty(new Integer[]{0})
                .block()));
    }

    private void change(String sql, UUID id) {
        database.sql(sql).bind("id", id).then().block();
    }
}
