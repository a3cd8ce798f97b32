package dev.personamarket.catalog.standing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import dev.personamarket.catalog.CatalogTest;
import dev.personamarket.catalog.Market;
import dev.personamarket.catalog.Templates;
import dev.personamarket.testing.Contracts;
import dev.personamarket.testing.TestKafka;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

@CatalogTest
class StandingsIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Market market;

    @Autowired
    private TestKafka kafka;

    @Autowired
    private DatabaseClient database;

    @BeforeEach
    void openAnEmptyCatalogue() {
        market.clear();
    }

    @Test
    void aRatingShowsInListAndDetail() {
        var orla = market.publish(Templates.complete());

        rated(orla, 1, 0, 0, 0, 1, 2);

        awaitCard(orla, card -> card.path("rating").path("count").asInt() == 3);
        assertThat(card(orla).path("rating").path("average").asDouble()).isEqualTo(4.67);
        assertThat(market.see("/personalities/{id}", orla).path("rating").path("histogram").toString())
                .isEqualTo("[0,0,0,1,2]");
    }

    @Test
    void aWithdrawnRatingIsGone() {
        var orla = market.publish(Templates.complete());
        rated(orla, 1, 0, 0, 0, 0, 1);
        awaitCard(orla, card -> card.path("rating").path("count").asInt() == 1);

        var withdrawn = (ObjectNode) Contracts.sample("marketplace.RatingWithdrawn.v1");
        kafka.send("marketplace.RatingWithdrawn.v1", orla.toString(), summary(withdrawn, orla, 2, 0, 0, 0, 0, 0));

        awaitCard(orla, card -> card.path("rating").path("count").asInt() == 0);
        assertThat(card(orla).path("rating").path("average").asDouble()).isZero();
    }

    @Test
    void repeatedAndOutOfOrderEventsEndInTheSamePlace() {
        var orla = market.publish(Templates.complete());
        for (var version : List.of(3, 1, 5, 5, 2, 4, 1)) {
            rated(orla, version, 0, 0, 0, version, 0);
        }
        deployed(orla, 4, 40);
        deployed(orla, 2, 20);
        undeployed(orla, 5, 39);
        deployed(orla, 3, 30);
        var last = market.publish(Templates.named("The Last"));
        rated(last, 1, 0, 0, 0, 0, 1);
        deployed(last, 1, 1);

        awaitCard(last, card -> card.path("rating").path("count").asInt() == 1);
        awaitCard(orla, card -> card.path("rating").path("count").asInt() == 5
                && card.path("deployCount").asInt() == 39);
    }

    @Test
    void whatIsToldBeforeAPersonalityIsHereCountsWhenItIs() {
        var orla = market.create(Templates.complete());
        deployed(orla, 1, 7);
        rated(orla, 1, 0, 0, 0, 0, 1);
        market.publish(orla);

        awaitCard(orla, card -> card.path("rating").path("count").asInt() == 1
                && card.path("deployCount").asInt() == 7);
    }

    @Test
    void anotherVersionKeepsTheStanding() {
        var orla = market.publish(Templates.complete());
        rated(orla, 1, 0, 0, 0, 0, 1);
        awaitCard(orla, card -> card.path("rating").path("count").asInt() == 1);

        market.replace(orla, "*", Templates.complete().put("greeting", "Ahoy."));
        market.publish(orla);
        assertThat(card(orla).path("rating").path("count").asInt()).isOne();
    }

    @Test
    void oneVoteDoesNotLead() {
        var favourite = market.publish(Templates.named("Favourite"));
        var newcomer = market.publish(Templates.named("Newcomer"));
        var unrated = market.publish(Templates.named("Unrated"));
        var disliked = market.publish(Templates.named("Disliked"));

        rated(favourite, 1, 0, 0, 2, 10, 88);
        rated(newcomer, 1, 0, 0, 0, 0, 1);
        rated(disliked, 1, 5, 0, 0, 0, 0);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(market.find("sort=rating")).containsExactly("favourite", "newcomer",
                        "unrated", "disliked"));
        assertThat(card(unrated).path("rating").path("count").asInt()).isZero();
    }

    @Test
    void whereTheScoreIsToldItDecidesAndElseTheHistogram() {
        var verified = market.publish(Templates.named("Verified"));
        var told = market.publish(Templates.named("Told by an older event"));
        var unverified = market.publish(Templates.named("Unverified"));

        scored("RatingVerified", verified, 1, 4.6, 0, 0, 0, 0, 10);
        scored("SummaryRecounted", unverified, 1, 4.1, 0, 0, 0, 0, 10);
        rated(told, 1, 0, 0, 0, 0, 10);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(market.find("sort=rating"))
                .containsExactly("verified", "told-by-an-older-event", "unverified"));
        assertThat(column("rating_score", told)).isEqualTo(4.25);
        assertThat(column("popularity - heat", verified)).isCloseTo(2.3, within(1e-9));
    }

    @Test
    void anOlderEventOfANewerVersionTakesTheToldScoreAway() {
        var orla = market.publish(Templates.complete());
        scored("RatingVerified", orla, 1, 4.6, 0, 0, 0, 0, 10);
        rated(orla, 2, 0, 0, 0, 0, 10);

        await().atMost(PATIENCE).until(() -> column("rating_version::float8", orla) == 2);
        assertThat(column("rating_score", orla)).isEqualTo(4.25);
    }

    private double column(String expression, UUID id) {
        return Objects
                .requireNonNull(database.sql("SELECT %s FROM standing WHERE personality_id = :id".formatted(expression))
                        .bind("id", id).mapValue(Double.class).one().block());
    }

    private void scored(String event, UUID personality, int version, double score, int... histogram) {
        var type = "marketplace.%s.v1".formatted(event);
        var scored = (ObjectNode) Contracts.sample(type);
        summary(scored, personality, version, histogram);
        ((ObjectNode) scored.get("summary")).put("score", score);
        kafka.send(type, personality.toString(), scored.toString());
    }

    @Test
    void popularIsWhatIsDeployedAndAmongEqualsWhatIsLiked() {
        var deployed = market.publish(Templates.named("Deployed"));
        var liked = market.publish(Templates.named("Liked"));
        market.publish(Templates.named("Neither"));

        rated(liked, 1, 0, 0, 0, 0, 50);
        deployed(deployed, 1, 1);

        await().atMost(PATIENCE).untilAsserted(
                () -> assertThat(market.find("sort=popular")).containsExactly("deployed", "liked", "neither"));
    }

    @Test
    void whatIsTalkedToNowStandsBeforeWhatWasDeployedLongAgo() {
        var old = market.publish(Templates.named("Once a Star"));
        var current = market.publish(Templates.named("Talk of the Town"));
        market.publish(Templates.named("Quiet"));
        var now = Instant.now();

        deployed(old, 1, 1, now.minus(Duration.ofDays(70)));
        started(current, UUID.randomUUID(), now.minus(Duration.ofHours(1)));

        await().atMost(PATIENCE).untilAsserted(
                () -> assertThat(market.find("sort=popular")).containsExactly("talk-of-the-town", "once-a-star",
                        "quiet"));
    }

    @Test
    void aDeploymentOfTodayStandsBeforeTwoPreviewsOfToday() {
        var deployed = market.publish(Templates.named("Deployed"));
        var tried = market.publish(Templates.named("Tried"));

        started(tried, UUID.randomUUID(), Instant.now());
        started(tried, UUID.randomUUID(), Instant.now());
        deployed(deployed, 1, 1, Instant.now());

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(market.find("sort=popular")).containsExactly("deployed", "tried"));
    }

    @Test
    void aPreviewThatIsToldTwiceOrFromTheFutureCountsOnceAndNow() {
        var repeated = market.publish(Templates.named("Repeated"));
        var twice = market.publish(Templates.named("Twice"));
        var same = UUID.randomUUID();

        for (var times = 0; times < 5; times++) {
            started(repeated, same, Instant.now().plus(Duration.ofDays(400)));
        }
        started(twice, UUID.randomUUID(), Instant.now());
        started(twice, UUID.randomUUID(), Instant.now());

        await().atMost(PATIENCE).until(() -> heat(twice) > Math.log(2.9) / Math.log(2));
        await().atMost(PATIENCE).until(() -> heat(repeated) > 0.9);
        assertThat(market.find("sort=popular")).containsExactly("twice", "repeated");
    }

    /** In doublings of a newcomer's. */
    private double heat(UUID id) {
        return Objects
                .requireNonNull(database.sql("SELECT heat - half_lives(now()) FROM standing WHERE personality_id = :id")
                        .bind("id", id).mapValue(Double.class).one().block());
    }

    private void started(UUID personality, UUID event, Instant at) {
        var started = (ObjectNode) Contracts.sample("marketplace.PreviewStarted.v1");
        started.put("personalityId", personality.toString()).put("startedAt", at.toString());
        kafka.send("marketplace.previews", "marketplace.PreviewStarted.v1", UUID.randomUUID().toString(),
                started.toString(), event.toString());
    }

    @Test
    void readsTheGoldenSamples() {
        assertThat(Contracts.read("marketplace.RatingSubmitted.v1", RatingSubmitted.class).summary().histogram())
                .containsExactly(1, 1, 4, 9, 22);
        assertThat(Contracts.read("marketplace.RatingWithdrawn.v1", RatingWithdrawn.class).summary().count())
                .isEqualTo(36);
        assertThat(Contracts.read("marketplace.RatingVerified.v1", RatingVerified.class).summary().score())
                .isEqualTo(4.328947368421052);
        assertThat(Contracts.read("marketplace.SummaryRecounted.v1", SummaryRecounted.class).summary().version())
                .isEqualTo(45);
        assertThat(Contracts.read("marketplace.PersonalityDeployed.v1", PersonalityDeployed.class).standing())
                .isEqualTo(new DeploymentStanding(19, 12));
        assertThat(Contracts.read("marketplace.PersonalityUndeployed.v1", PersonalityUndeployed.class).standing())
                .isEqualTo(new DeploymentStanding(20, 11));
        assertThat(Contracts.read("marketplace.PreviewStarted.v1", PreviewStarted.class).startedAt())
                .isEqualTo("2026-03-15T18:04:10.020Z");
    }

    private void rated(UUID personality, int version, int... histogram) {
        var event = (ObjectNode) Contracts.sample("marketplace.RatingSubmitted.v1");
        kafka.send("marketplace.RatingSubmitted.v1", personality.toString(),
                summary(event, personality, version, histogram));
    }

    private void deployed(UUID personality, int version, int active) {
        deployed(personality, version, active, Instant.now());
    }

    private void deployed(UUID personality, int version, int active, Instant at) {
        deployment("marketplace.PersonalityDeployed.v1", personality, version, active, at);
    }

    private void undeployed(UUID personality, int version, int active) {
        deployment("marketplace.PersonalityUndeployed.v1", personality, version, active, Instant.now());
    }

    private void deployment(String type, UUID personality, int version, int active, Instant at) {
        var event = (ObjectNode) Contracts.sample(type);
        event.put("personalityId", personality.toString());
        event.put("deployedAt", at.toString());
        event.putObject("standing").put("version", version).put("active", active);
        kafka.send(type, UUID.randomUUID().toString(), event.toString());
    }

    private static String summary(ObjectNode event, UUID personality, int version, int... histogram) {
        var count = IntStream.of(histogram).sum();
        var stars = IntStream.range(0, 5).map(i -> (i + 1) * histogram[i]).sum();
        var summary = event.put("personalityId", personality.toString()).putObject("summary");
        summary.put("version", version).put("count", count)
                .put("average", count == 0 ? 0 : Math.round(100.0 * stars / count) / 100.0);
        IntStream.of(histogram).forEach(summary.putArray("histogram")::add);
        return event.toString();
    }

    private void awaitCard(UUID id, Predicate<JsonNode> condition) {
        await().atMost(PATIENCE).until(() -> condition.test(card(id)));
    }

    private JsonNode card(UUID id) {
        return market.see("/personalities?limit=100").path("items").valueStream()
                .filter(card -> card.path("id").asString().equals(id.toString())).findFirst().orElseThrow();
    }
}
