package dev.personamarket.contracts;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code asyncapi.yaml} hangs together: nothing is named that is not there, nothing is there that nobody names. */
class AsyncApiDocumentTests {

    static final List<EventContract> EVENTS = EventContract.all().toList();
    private static final JsonNode DOCUMENT = Documents.asyncApi();

    @Test
    void itIsAnAsyncApiThreeDocument() {
        assertThat(DOCUMENT.path("asyncapi").asString()).isEqualTo("3.0.0");
        assertThat(DOCUMENT.at("/info/title").asString()).isNotBlank();
        assertThat(DOCUMENT.at("/info/version").asString()).isNotBlank();
        assertThat(DOCUMENT.at("/servers/local/protocol").asString()).isEqualTo("kafka");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(references()).hasSizeGreaterThan(100).allSatisfy(reference -> assertThat(leadsSomewhere(reference))
                .as(reference).isTrue());
    }

    @Test
    void everyOperationNamesAChannelAndMessagesOfThatChannel() {
        DOCUMENT.get("operations").forEachEntry((name, operation) -> {
            var channel = operation.at("/channel/$ref").asString();
            assertThat(channel).as(name).startsWith("#/channels/");
            assertThat(operation.get("messages").valueStream()).as(name).isNotEmpty()
                    .allSatisfy(message -> assertThat(message.get("$ref").asString())
                            .startsWith(channel + "/messages/"));
        });
    }

    @Test
    void anOperationIsCalledByItsServiceActionAndEvent() {
        DOCUMENT.get("operations").forEachEntry((name, operation) -> {
            var action = operation.get("action").asString();
            assertThat(action).as(name).isIn("send", "receive");
            assertThat(name).startsWith(operation.get("x-service").asString() + "." + action + ".");
        });
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void everyEventHasExactlyOneSender(EventContract event) {
        assertThat(operations("send", event)).hasSize(1).first().extracting(operation -> "/" + operation
                .get("x-service").asString()).isEqualTo(header(event, "ce_source"));
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void theHeadersCarryTheNamesOfTheEvent(EventContract event) {
        assertThat(event.message().path("name").asString()).isEqualTo(event.type());
        assertThat(header(event, "ce_type")).isEqualTo(event.type());
        assertThat(header(event, "ce_dataschema")).isEqualTo(event.schema().get("$id").asString());
        assertThat(event.message().at("/payload/$ref").asString()).isEqualTo("./" + event.schemaFile());
        assertThat(event.message().at("/traits/0/$ref").asString()).isEqualTo("#/components/messageTraits/cloudEvent");
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void theKeyIsARequiredIdOfTheEvent(EventContract event) {
        var key = event.message().path("x-key").asString();
        var described = Documents.resolved(event.message().get("bindings")).at("/kafka/key");

        assertThat(event.schema().get("required").valueStream().map(JsonNode::asString)).contains(key);
        assertThat(event.schema().at("/properties/" + key + "/format")).isEqualTo(described.get("format"));
        assertThat(described.get("description").asString()).contains("`" + key + "`");
    }

    @Test
    void everyTypeOfCloudEventHeaderIsNamed() {
        var headers = DOCUMENT.at("/components/messageTraits/cloudEvent/headers");

        assertThat(headers.get("properties").propertyNames()).contains("ce_specversion", "ce_id", "ce_type",
                "ce_source", "ce_time", "ce_subject", "ce_dataschema", "traceparent");
        assertThat(headers.get("required").valueStream().map(JsonNode::asString)).doesNotContain("traceparent");
    }

    private static String header(EventContract event, String name) {
        return event.message().at("/headers/properties/" + name + "/const").asString();
    }

    private static Stream<JsonNode> operations(String action, EventContract event) {
        return DOCUMENT.get("operations").valueStream()
                .filter(operation -> operation.get("action").asString().equals(action))
                .filter(operation -> operation.at("/messages/0/$ref").asString().endsWith("/messages/" + event.name()));
    }

    private static List<String> references() {
        return Documents.tree(DOCUMENT).filter(node -> node.has("$ref")).map(node -> node.get("$ref").asString())
                .toList();
    }

    private static boolean leadsSomewhere(String reference) {
        return reference.startsWith("#")
                ? !DOCUMENT.at(reference.substring(1)).isMissingNode()
                : Documents.exists(reference.substring("./".length()));
    }
}
