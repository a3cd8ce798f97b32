package dev.personamarket.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The marketplace's {@code asyncapi.yaml}: who sends and who reads which event on which topic. Dead letters are no
 * events of anybody's and are left out.
 */
final class AsyncApi {

    /** An event on its topic; {@code type} is the CloudEvents type. */
    record TopicEvent(String topic, String type) implements Comparable<TopicEvent> {

        @Override
        public int compareTo(TopicEvent other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return type + " on " + topic;
        }
    }

    private static final String FILE = "/contracts/asyncapi.yaml";
    private static final AsyncApi COMMITTED = new AsyncApi(read());

    private final JsonNode document;

    AsyncApi(JsonNode document) {
        this.document = document;
    }

    /** The committed document. */
    static AsyncApi committed() {
        return COMMITTED;
    }

    SortedSet<TopicEvent> sentBy(String service) {
        return operations(service, "send");
    }

    SortedSet<TopicEvent> receivedBy(String service) {
        return operations(service, "receive");
    }

    /** The types of all events on a topic; empty when there is no such topic. */
    SortedSet<String> typesOn(String topic) {
        return document.at("/channels").path(topic).path("messages").valueStream()
                .map(message -> resolved(message).path("name").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The topic that events of this type are on. */
    String topicOf(String type) {
        return document.get("channels").propertyStream().map(Map.Entry::getKey)
                .filter(topic -> typesOn(topic).contains(type)).findFirst()
                .orElseThrow(() -> new AssertionError("asyncapi.yaml has no topic with events of type " + type));
    }

    /** The topics that a service makes: those that it sends on, and those of its dead letters. */
    SortedMap<String, Topic> topicsMadeBy(String service) {
        var own = sentBy(service).stream().map(TopicEvent::topic).collect(Collectors.toSet());
        return document.get("channels").propertyStream()
                .filter(channel -> own.contains(channel.getKey()) || channel.getKey().endsWith("." + service + ".dlt"))
                .collect(Collectors.toMap(Map.Entry::getKey,
                        channel -> Topic.wanted(resolved(channel.getValue().get("bindings")).get("kafka")),
                        (first, _) -> first, TreeMap::new));
    }

    /** The property of the event's value that is its key. */
    String keyOf(String type) {
        return message(type).path("x-key").asString();
    }

    /** The path of the event's schema below the contracts' root. */
    String schemaOf(String type) {
        return message(type).at("/payload/$ref").asString().substring("./".length());
    }

    private JsonNode message(String type) {
        return document.at("/components/messages").valueStream()
                .filter(message -> type.equals(message.path("name").asString())).findFirst()
                .orElseThrow(() -> new AssertionError("asyncapi.yaml names no event of type " + type));
    }

    private SortedSet<TopicEvent> operations(String service, String action) {
        return document.get("operations").valueStream()
                .filter(operation -> service.equals(operation.path("x-service").asString()))
                .filter(operation -> action.equals(operation.path("action").asString()))
                .flatMap(this::events).collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<TopicEvent> events(JsonNode operation) {
        var channel = resolved(operation.get("channel"));
        return channel.has("x-dead-letters-of")
                ? Stream.empty()
                : operation.get("messages").valueStream()
                        .map(message -> resolved(resolved(message)).get("name").asString())
                        .map(type -> new TopicEvent(channel.get("address").asString(), type));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asString().substring("#".length())) : node;
    }

    private static JsonNode read() {
        try (var file = AsyncApi.class.getResourceAsStream(FILE)) {
            return YAMLMapper.shared().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
