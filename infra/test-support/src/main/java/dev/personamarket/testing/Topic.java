package dev.personamarket.testing;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;

import tools.jackson.databind.JsonNode;

/** How a topic is set up, as far as {@code asyncapi.yaml} says it. */
record Topic(int partitions, Map<String, String> configuration) {

    /** As a channel's Kafka binding says. */
    static Topic wanted(JsonNode binding) {
        var configuration = new TreeMap<String, String>();
        binding.path("topicConfiguration").forEachEntry((name, value) -> configuration.put(name, value.isArray()
                ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(","))
                : value.asString()));
        return new Topic(binding.path("partitions").asInt(), configuration);
    }

    /** As it is on the broker, with the settings that are wanted. */
    Topic found(TopicDescription description, Config config) {
        var configuration = new TreeMap<String, String>();
        this.configuration.keySet().forEach(name -> configuration.put(name, config.get(name).value()));
        return new Topic(description.partitions().size(), configuration);
    }
}
