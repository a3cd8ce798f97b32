package dev.personamarket.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.springframework.test.web.reactive.server.WebTestClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds the committed OpenAPI document of a service against the one that it generates. Keys are sorted and
 * {@code servers} left out, so that only a change of the interface is a difference.
 */
public final class OpenApiContract {

    private static final String HOW_TO_UPDATE = "If the change is meant, write the committed document anew with "
            + "-Dcontracts.update=true and commit it.";
    private static final int LARGEST_DOCUMENT = 16 * 1024 * 1024;
    private static final Duration FIRST_GENERATION = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path committed;
    private final String served;
    private final boolean update;

    OpenApiContract(Path committed, String served, boolean update) {
        this.committed = committed;
        this.served = served;
        this.update = update;
    }

    /**
     * Compares {@code /v3/api-docs} with {@code infra/contracts/http/<service>.openapi.json}. With the system property
     * {@code contracts.update=true} it writes the file instead.
     */
    public static void verify(WebTestClient client, String service) {
        verify(client, service, "/v3/api-docs");
    }

    /** As {@link #verify(WebTestClient, String)}, for a service that has its document under another path. */
    public static void verify(WebTestClient client, String service, String path) {
        var file = MarketplaceRoot.resolve("infra", "contracts", "http", service + ".openapi.json");
        new OpenApiContract(file, path, Boolean.getBoolean("contracts.update")).verify(client);
    }

    void verify(WebTestClient client) {
        var generated = normalised(generated(client));
        if (update) {
            write(generated);
        } else {
            compare(generated);
        }
    }

    private void compare(JsonNode generated) {
        if (!Files.exists(committed)) {
            throw new AssertionError(committed + " does not exist. " + HOW_TO_UPDATE);
        }
        var differences = JsonDiff.between(JSON.readTree(committed), generated);
        if (!differences.isEmpty()) {
            throw new AssertionError("The service no longer answers as " + committed.getFileName()
                    + " says (- committed, + generated):\n" + differences + "\n" + HOW_TO_UPDATE);
        }
    }

    private void write(JsonNode generated) {
        try {
            Files.createDirectories(committed.getParent());
            Files.writeString(committed, JSON.writeValueAsString(generated).replace("\r\n", "\n") + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode generated(WebTestClient client) {
        var body = client.mutate().responseTimeout(FIRST_GENERATION)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_DOCUMENT)).build()
                .get().uri(served).exchange().expectStatus().isOk()
                .expectBody(byte[].class).returnResult().getResponseBody();
        return JSON.readTree(body == null ? new byte[0] : body);
    }

    private static JsonNode normalised(JsonNode document) {
        return sortedKeys(document instanceof ObjectNode object ? object.without("servers") : document);
    }

    private static JsonNode sortedKeys(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var sorted = JSON.createObjectNode();
                object.propertyNames().stream().sorted()
                        .forEach(name -> sorted.set(name, sortedKeys(object.get(name))));
                yield sorted;
            }
            case ArrayNode array -> {
                var items = JSON.createArrayNode();
                array.forEach(item -> items.add(sortedKeys(item)));
                yield items;
            }
            default -> node;
        };
    }
}
