package dev.personamarket.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A provider's own OpenAPI document, to hold messages against. It lies beside the project, not in it. */
public final class OpenApi {

    private static final String JSON = "application/json";
    private static final String ADDRESS = "https://openapi.invalid/document.json";
    private static final Map<Path, OpenApi> LOADED = new ConcurrentHashMap<>();

    private final ObjectNode document;
    private final SchemaRegistry registry;

    private OpenApi(ObjectNode document) {
        this.document = document;
        this.registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(ADDRESS, document.toString())).schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).preloadSchema(false).build()));
    }

    /** Skips the test when the document is not there. */
    public static OpenApi load(String fileName) {
        var found = find(fileName);
        assumeTrue(found.isPresent(), () -> "There is no " + fileName + " to compare with.");
        return found.get();
    }

    /** Empty when the document is not there. */
    public static Optional<OpenApi> find(String fileName) {
        var file = Path.of(System.getProperty("marketplace.root", ".")).toAbsolutePath().resolveSibling("shared")
                .resolve("specs").resolve(fileName);
        return Files.exists(file) ? Optional.of(LOADED.computeIfAbsent(file, OpenApi::read)) : Optional.empty();
    }

    private static OpenApi read(Path file) {
        var document = (ObjectNode) JsonMapper.shared().readTree(file);
        acceptNulls(document);
        acceptNamesAsErrorCodes(document);
        return new OpenApi(document);
    }

    public void assertRequest(String method, String path, JsonNode body) {
        assertFits(body, pointer("paths", path, method, "requestBody", "content", JSON, "schema"),
                "%s %s, request".formatted(method, path));
    }

    /**
     * A request as it was sent is documented: its path, the names of its query and its body, if it has one.
     *
     * @param path of this request, such as {@code /words/17}
     */
    public void assertSent(String method, String path, Set<String> query, JsonNode body) {
        String what = "%s %s".formatted(method, path);
        var documented = document.path("paths").propertyNames().stream()
                .filter(template -> fits(template, path) && document.at(pointer("paths", template, method)).isObject())
                .min(Comparator.comparing((String template) -> template.chars().filter(c -> c == '{').count()));
        assertThat(documented).as(what + " is documented").isPresent();
        String template = documented.orElseThrow();
        assertThat(parameters(template, method)).as("query of " + what).containsAll(query);
        if (!body.isMissingNode()) {
            assertRequest(method, template, body);
        }
    }

    private static boolean fits(String template, String path) {
        return path.matches(Pattern.compile("\\{[^}]*}").matcher(template).replaceAll("[^/]+"));
    }

    private Set<String> parameters(String template, String method) {
        return Stream.of(pointer("paths", template), pointer("paths", template, method))
                .flatMap(at -> document.at(at).path("parameters").valueStream())
                .map(parameter -> parameter.has("$ref")
                        ? document.at(parameter.path("$ref").stringValue().substring(1))
                        : parameter)
                .map(parameter -> parameter.path("name").asString("")).collect(Collectors.toSet());
    }

    /** The status is documented, by itself or as {@code 4XX}, and so is the body. */
    public void assertResponse(String method, String path, int status, JsonNode body) {
        String what = "%s %s, response %d".formatted(method, path, status);
        String responses = pointer("paths", path, method, "responses");
        String documented = document.at(responses + "/" + status).isMissingNode()
                ? status / 100 + "XX"
                : Integer.toString(status);
        JsonNode response = document.at(responses + "/" + documented);
        assertThat(response.isMissingNode()).as(what + " is documented").isFalse();
        String at = response.has("$ref")
                ? response.path("$ref").stringValue().substring(1)
                : responses + "/" + documented;
        JsonNode content = document.at(at + "/content/" + escape(JSON));
        assertThat(content.isMissingNode()).as(what + " has no body").isEqualTo(body.isMissingNode());
        if (!body.isMissingNode()) {
            assertFits(body, at + "/content/" + escape(JSON) + "/schema", what);
        }
    }

    public void assertFits(JsonNode json, String schemaPointer, String what) {
        assertThat(document.at(schemaPointer).isMissingNode()).as(what + " has a schema").isFalse();
        assertThat(schema(schemaPointer).validate(json)).as("%s%n%s", what, json).isEmpty();
    }

    private Schema schema(String pointer) {
        return registry
                .getSchema(SchemaLocation.of(ADDRESS + "#" + pointer.replace("{", "%7B").replace("}", "%7D")));
    }

    private static String pointer(String... steps) {
        var pointer = new StringBuilder();
        for (String step : steps) {
            pointer.append('/').append(escape(step));
        }
        return pointer.toString();
    }

    private static String escape(String step) {
        return (step.matches("[A-Z]+") ? step.toLowerCase() : step).replace("~", "~0").replace("/", "~1");
    }

    /** Discord's document has numbers for the errors of a field; its guide and all that it sends have names. */
    private static void acceptNamesAsErrorCodes(JsonNode document) {
        if (document.at("/components/schemas/InnerErrors/properties/_errors") instanceof ObjectNode errors) {
            errors.replace("items", JsonMapper.shared().readTree("""
                    {"type":"object","properties":{"code":{"type":"string"},"message":{"type":"string"}},
                    "required":["code","message"]}"""));
        }
    }

    /** OpenAI's document says {@code nullable} as OpenAPI 3.0 did, which means nothing in 3.1. */
    private static void acceptNulls(JsonNode node) {
        node.forEach(OpenApi::acceptNulls);
        if (node instanceof ObjectNode schema && schema.path("nullable").asBoolean(false)) {
            schema.remove("nullable");
            var original = schema.deepCopy();
            schema.removeAll();
            schema.putArray("anyOf").add(original).addObject().put("type", "null");
        }
    }
}
