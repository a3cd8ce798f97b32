package dev.personamarket.testing;

import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The events' schemas and golden samples, by CloudEvents type such as {@code marketplace.SomethingHappened.v1}. Every
 * method throws {@link AssertionError} for a type that {@code asyncapi.yaml} does not name.
 */
public final class Contracts {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .formatAssertionsEnabled(true).locale(Locale.ROOT).build()));
    private static final ConcurrentMap<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private Contracts() {}

    /** The golden sample, a copy that the caller may alter. */
    public static JsonNode sample(String type) {
        return resource(AsyncApi.committed().schemaOf(type).replace(".schema.json", ".sample.json"));
    }

    /** The golden sample as a service reads it: properties that the record lacks are ignored. */
    public static <T> T read(String type, Class<T> consumersRecord) {
        return JSON.treeToValue(sample(type), consumersRecord);
    }

    /** Fails with every fault when the value does not keep to the event's schema. */
    public static void assertValid(String type, JsonNode value) {
        assertThat(schema(type).validate(value)).as("faults of %s in %s", type, value).extracting(Error::toString)
                .isEmpty();
    }

    /** As {@link #assertValid(String, JsonNode)}; also fails when the text is no JSON. */
    public static void assertValid(String type, String json) {
        try {
            assertValid(type, JSON.readTree(json));
        } catch (JacksonException e) {
            throw new AssertionError("No JSON, so no " + type + ": " + json, e);
        }
    }

    /**
     * Fails unless the producer's event is valid and has exactly the properties of the golden sample, at every depth:
     * the producer owns all of them. Fill in the optional ones, one element at least in each list: what is absent
     * cannot be compared and counts as lacking. Also compares the event's {@code subject()} with the contract's key.
     */
    public static void assertSameShape(String type, Object event) {
        var value = JSON.<JsonNode>valueToTree(event);
        assertValid(type, value);
        assertThat(paths(value)).as("properties of %s as %s writes it, against the golden sample", type,
                event.getClass().getSimpleName()).containsExactlyInAnyOrderElementsOf(paths(sample(type)));
        var key = AsyncApi.committed().keyOf(type);
        assertThat(Reflected.call(event, "subject")).as("key of %s, %s", type, key)
                .hasToString(value.path(key).asString());
    }

    private static Schema schema(String type) {
        return SCHEMAS.computeIfAbsent(type,
                key -> REGISTRY.getSchema(resource(AsyncApi.committed().schemaOf(key))));
    }

    private static JsonNode resource(String path) {
        return JSON.readTree(Contracts.class.getResourceAsStream("/contracts/" + path));
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
