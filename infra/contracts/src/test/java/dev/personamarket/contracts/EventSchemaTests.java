package dev.personamarket.contracts;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Each event has a schema that means something and a golden sample that keeps to it. */
class EventSchemaTests {

    static final List<EventContract> EVENTS = EventContract.all().toList();

    @Test
    void everyEventHasItsTwoFilesAndNoFileIsLeftOver() {
        var expected = EVENTS.stream().flatMap(event -> Stream.of(event.schemaFile(), event.sampleFile()));

        assertThat(Documents.eventFiles()).containsExactlyInAnyOrderElementsOf(expected.toList());
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void theGoldenSampleKeepsToItsSchema(EventContract event) {
        assertThat(event.faults(event.sample())).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void theGoldenSampleShowsEveryPropertyThatThereIs(EventContract event) {
        assertThat(paths(event.sample())).isEqualTo(schemaPaths(event.schema()));
    }

    @ParameterizedTest(name = "{0} without {1}")
    @MethodSource("requiredProperties")
    void withoutARequiredPropertyItIsRefused(EventContract event, String property) {
        var altered = (ObjectNode) event.sample();
        altered.remove(property);

        assertThat(event.faults(altered)).singleElement().asString().contains(property);
    }

    @ParameterizedTest(name = "{0} with {1} of another type")
    @MethodSource("properties")
    void aPropertyOfAnotherTypeIsRefused(EventContract event, String property) {
        var altered = (ObjectNode) event.sample();
        altered.putArray(property).add(true);

        assertThat(event.faults(altered)).isNotEmpty();
    }

    @ParameterizedTest(name = "{0} with {1} null")
    @MethodSource("properties")
    void whatIsNotThereIsAbsentAndNeverNull(EventContract event, String property) {
        var altered = (ObjectNode) event.sample();
        altered.putNull(property);

        assertThat(event.faults(altered)).isNotEmpty();
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void aPropertyThatNobodyKnowsYetIsNoBreak(EventContract event) {
        var grown = ((ObjectNode) event.sample()).put("addedLater", "something");

        assertThat(event.faults(grown)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void theSchemaIsKnownByTheNameThatTravelsWithTheEvent(EventContract event) {
        assertThat(event.schema().path("$id").asString()).isEqualTo("urn:personamarket:" + event.type());
        assertThat(event.schema().path("$schema").asString())
                .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void everyPropertyIsDescribedAndBounded(EventContract event) {
        assertThat(described(event.schema())).allSatisfy(schema -> {
            assertThat(schema.path("description").asString("")).as("%s", schema).isNotBlank();
            switch (schema.path("type").asString("")) {
                case "string" -> assertThat(bounded(schema)).as("bounds of %s", schema).isTrue();
                case "integer", "number" -> assertThat(schema.has("minimum")).as("minimum of %s", schema).isTrue();
                case "array" -> assertThat(schema.has("maxItems")).as("maxItems of %s", schema).isTrue();
                case "boolean" -> assertThat(schema.has("enum")).as("%s", schema).isFalse();
                case "object" -> assertThat(schema.path("additionalProperties").asBoolean(false)).isTrue();
                default -> throw new AssertionError("No known type: " + schema);
            }
        });
    }

    static Stream<Arguments> properties() {
        return EVENTS.stream().flatMap(event -> event.sample().propertyNames().stream()
                .map(property -> arguments(event, property)));
    }

    static Stream<Arguments> requiredProperties() {
        return EVENTS.stream().flatMap(event -> event.schema().get("required").valueStream()
                .map(property -> arguments(event, property.asString())));
    }

    private static boolean bounded(JsonNode string) {
        return Stream.of("maxLength", "format", "enum", "pattern").anyMatch(string::has);
    }

    /** The schema of the value and of everything within it. */
    private static Stream<JsonNode> described(JsonNode schema) {
        var below = schema.path("properties").valueStream();
        var items = schema.has("items") ? Stream.of(schema.get("items")) : Stream.<JsonNode>empty();
        return Stream.concat(Stream.of(schema), Stream.concat(below, items).flatMap(EventSchemaTests::described));
    }

    private static TreeSet<String> schemaPaths(JsonNode schema) {
        var paths = new TreeSet<String>();
        schema.path("properties").forEachEntry((name, property) -> {
            paths.add(name);
            schemaPaths(property).forEach(below -> paths.add(name + "." + below));
        });
        if (schema.has("items")) {
            schemaPaths(schema.get("items")).forEach(below -> paths.add("[]." + below));
        }
        return paths;
    }

    private static TreeSet<String> paths(JsonNode value) {
        var paths = new TreeSet<String>();
        value.forEachEntry((name, property) -> {
            paths.add(name);
            paths(property).forEach(below -> paths.add(name + "." + below));
        });
        if (value.isArray()) {
            value.forEach(item -> paths(item).forEach(below -> paths.add("[]." + below)));
        }
        return paths;
    }
}
