package dev.personamarket.contracts;

import java.util.List;
import java.util.Map.Entry;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** An operator can create every topic from {@code asyncapi.yaml} alone: nothing is left to the broker's defaults. */
class TopicSettingsTests {

    private static final JsonNode CHANNELS = Documents.asyncApi().get("channels");
    private static final List<String> PASSING = List.of("marketplace.agent-turns", "marketplace.agent-replies");
    private static final long ONE_HOUR = 3_600_000L;
    private static final long THIRTY_DAYS = 2_592_000_000L;
    private static final long MEBIBYTE = 1_048_576;

    static final List<String> TOPICS = List.copyOf(CHANNELS.propertyNames());
    static final List<String> DEAD_LETTERS = TOPICS.stream().filter(topic -> topic.endsWith(".dlt")).toList();

    @Test
    void theTopicsAreThoseThatExistToday() {
        assertThat(TOPICS).contains("marketplace.personalities", "marketplace.personality-prompts",
                "marketplace.ratings", "marketplace.previews", "marketplace.prompt-hashes", "marketplace.deployments",
                "marketplace.agent-turns", "marketplace.agent-replies");
    }

    @ParameterizedTest
    @FieldSource("TOPICS")
    void eachSaysHowItIsPartitionedKeptAndBounded(String topic) {
        assertThat(CHANNELS.get(topic).path("address").asString()).isEqualTo(topic);
        assertThat(CHANNELS.get(topic).path("description").asString()).isNotBlank();
        assertThat(kafka(topic).path("partitions").asInt()).isEqualTo(DEAD_LETTERS.contains(topic) ? 1 : 6);
        assertThat(kafka(topic).path("replicas").asInt()).isEqualTo(1);
        assertThat(settings(topic).propertyNames()).contains("cleanup.policy", "retention.ms", "max.message.bytes");
    }

    @ParameterizedTest
    @FieldSource("TOPICS")
    void stateAndTheRecordOfRatingsAreKeptForEverTurnsForAnHourAndTheRestForThirtyDays(String topic) {
        var state = List.of("marketplace.personalities", "marketplace.personality-prompts", "marketplace.prompt-hashes")
                .contains(topic);
        var forEver = state || topic.equals("marketplace.ratings");

        assertThat(settings(topic).at("/cleanup.policy/0").asString()).isEqualTo(state ? "compact" : "delete");
        assertThat(settings(topic).path("retention.ms").asLong())
                .isEqualTo(forEver ? -1 : PASSING.contains(topic) ? ONE_HOUR : THIRTY_DAYS);
    }

    @ParameterizedTest
    @FieldSource("DEAD_LETTERS")
    void aDeadLetterTopicHasRoomForTheRecordAndItsCause(String topic) {
        var origin = CHANNELS.get(topic).get("x-dead-letters-of").asString();

        assertThat(settings(topic).get("max.message.bytes").asLong())
                .isGreaterThanOrEqualTo(settings(origin).get("max.message.bytes").asLong() + MEBIBYTE);
    }

    @Test
    void everyReaderOfATopicHasADeadLetterTopicThere() {
        var expected = operations("receive").filter(operation -> !operation.has("x-broadcast"))
                .map(operation -> topicOf(operation) + "." + service(operation) + ".dlt");
        var sent = operations("send").filter(operation -> topicOf(operation).endsWith(".dlt"));

        assertThat(DEAD_LETTERS).containsExactlyInAnyOrderElementsOf(expected.distinct().toList());
        assertThat(sent).hasSameSizeAs(DEAD_LETTERS).allSatisfy(operation -> assertThat(topicOf(operation))
                .endsWith("." + service(operation) + ".dlt"));
    }

    @Test
    void promptsAndWhatIsSaidAreFencedInWhereverTheyGo() {
        var limited = CHANNELS.propertyStream().filter(channel -> channel.getValue().has("x-access"))
                .map(Entry::getKey);

        assertThat(limited).containsExactlyInAnyOrderElementsOf(
                TOPICS.stream().filter(topic -> topic.startsWith("marketplace.personality-prompts")
                        || PASSING.stream().anyMatch(topic::startsWith)).toList());
    }

    private static JsonNode kafka(String topic) {
        return Documents.resolved(CHANNELS.get(topic).path("bindings")).path("kafka");
    }

    private static JsonNode settings(String topic) {
        return kafka(topic).path("topicConfiguration");
    }

    private static Stream<JsonNode> operations(String action) {
        return Documents.asyncApi().get("operations").valueStream()
                .filter(operation -> operation.get("action").asString().equals(action));
    }

    private static String topicOf(JsonNode operation) {
        return operation.at("/channel/$ref").asString().substring("#/channels/".length());
    }

    private static String service(JsonNode operation) {
        return operation.get("x-service").asString();
    }
}
