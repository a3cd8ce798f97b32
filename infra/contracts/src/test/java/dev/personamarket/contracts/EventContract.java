package dev.personamarket.contracts;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;

import tools.jackson.databind.JsonNode;

/** One event as {@code asyncapi.yaml} names it, with the files that belong to it. */
record EventContract(String topic, String name) {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true)
                    .locale(Locale.ROOT).build()));

    /** Every event of every topic, dead letters aside: their value is another event's. */
    static Stream<EventContract> all() {
        return Documents.asyncApi().get("channels").propertyStream()
                .filter(channel -> !channel.getValue().has("x-dead-letters-of"))
                .flatMap(channel -> channel.getValue().get("messages").propertyNames().stream()
                        .map(name -> new EventContract(channel.getKey(), name)));
    }

    String type() {
        return "marketplace." + name + ".v1";
    }

    JsonNode message() {
        return Documents.asyncApi().at("/components/messages/" + name);
    }

    String schemaFile() {
        return file("schema");
    }

    String sampleFile() {
        return file("sample");
    }

    JsonNode schema() {
        return Documents.json(schemaFile());
    }

    JsonNode sample() {
        return Documents.json(sampleFile());
    }

    /** What is wrong with a value of this event, in sentences; empty when nothing is. */
    List<String> faults(JsonNode value) {
        return compiled().validate(value).stream().map(Error::toString).toList();
    }

    private Schema compiled() {
        return SCHEMAS.getSchema(schema());
    }

    private String file(String kind) {
        var kebab = name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return "events/" + topic + "/" + kebab + ".v1." + kind + ".json";
    }

    @Override
    public String toString() {
        return type();
    }
}
