package dev.personamarket.contracts;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What a schema cannot say, the golden samples still keep: they could have happened. */
class GoldenSampleTests {

    static final List<EventContract> EVENTS = EventContract.all().toList();
    static final List<EventContract> RATINGS = EVENTS.stream().filter(event -> event.sample().has("summary")).toList();
    private static final List<String> OUR_IDS = List.of("personalityId", "ratingId", "sessionId", "deploymentId",
            "conversationId", "turnId");

    @ParameterizedTest
    @FieldSource("EVENTS")
    void theIdsThatWeMakeAreOrderedByTime(EventContract event) {
        var ids = OUR_IDS.stream().filter(event.sample()::has).map(id -> event.sample().get(id).asString());

        assertThat(ids).isNotEmpty().allSatisfy(id -> assertThat(UUID.fromString(id).version()).isEqualTo(7));
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void theySpeakOfOneAndTheSamePersonality(EventContract event) {
        assertThat(event.sample().get("personalityId")).isEqualTo(EVENTS.getFirst().sample().get("personalityId"));
    }

    @ParameterizedTest
    @FieldSource("RATINGS")
    void theHistogramAddsUpToTheCountAndTheAverage(EventContract event) {
        var summary = event.sample().get("summary");
        var histogram = summary.get("histogram").valueStream().mapToInt(JsonNode::asInt).toArray();
        var stars = IntStream.range(0, 5).map(i -> histogram[i] * (i + 1)).sum();

        assertThat(IntStream.of(histogram).sum()).isEqualTo(summary.get("count").asInt());
        assertThat(Math.round(100.0 * stars / summary.get("count").asInt()) / 100.0)
                .isEqualTo(summary.get("average").asDouble());
    }

    /** By the weights that are set by default: ten ratings of 3.5 stars, and a verified one counts three times. */
    @ParameterizedTest
    @FieldSource("RATINGS")
    void theScoreFollowsFromTheHistogramOfAllAndThatOfTheVerifiedOnes(EventContract event) {
        var summary = event.sample().get("summary");
        var stars = 35.0;
        var ratings = 10.0;
        for (var i = 0; i < 5; i++) {
            var verified = summary.at("/verified/" + i).asInt();
            var weight = summary.at("/histogram/" + i).asInt() + 2 * verified;
            assertThat(verified).isLessThanOrEqualTo(summary.at("/histogram/" + i).asInt());
            stars += (i + 1) * weight;
            ratings += weight;
        }

        assertThat(summary.get("score").asDouble()).isEqualTo(stars / ratings);
    }
}
