package dev.personamarket.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Says of every route what is true of all such routes: how it fails, and what its bodies look like. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

    private static final TypeReference<Map<String, Object>> EXAMPLES = new TypeReference<>() {};
    private static final String PROBLEM = "Problem";

    @Bean
    OpenApiCustomizer problemsAndExamples(JsonMapper json) {
        return document -> {
            document.getComponents().addSchemas(PROBLEM, problem());
            document.getPaths().forEach((path, item) -> item.readOperationsMap()
                    .forEach((method, operation) -> describe(path, method, operation)));
            examples(json).forEach((schema, example) -> illustrate(document, schema, example));
        };
    }

    private static void describe(String path, PathItem.HttpMethod method, Operation operation) {
        failures(path, method, operation).forEach((status, meaning) -> operation.getResponses().putIfAbsent(status,
                new ApiResponse().description(meaning).content(new Content().addMediaType("application/problem+json",
                        new MediaType().schema(reference())))));
    }

    private static Map<String, String> failures(String path, PathItem.HttpMethod method, Operation operation) {
        var failures = new TreeMap<String, String>();
        var changing = method != PathItem.HttpMethod.GET && method != PathItem.HttpMethod.HEAD;
        if (operation.getParameters() != null || operation.getRequestBody() != null) {
            failures.put("400", "The request has values that are not allowed; errors names each");
        }
        if (path.startsWith("/api/admin/")) {
            failures.put("401", "Nobody is signed in");
            failures.put("403", "The user is no admin");
        }
        if (path.contains("{")) {
            failures.put("404", "There is no such thing");
        }
        if (changing) {
            failures.put("409", "It cannot be done in the present state, or a slug is taken");
        }
        if (operation.getRequestBody() != null) {
            failures.put("413", "The body is too large");
            failures.put("415", "The body is of another type");
        }
        if (takesIfMatch(operation)) {
            failures.put("412", "It was changed since it was read");
        }
        if (takesIfMatch(operation) && method == PathItem.HttpMethod.PUT) {
            failures.put("428", "If-Match is missing");
        }
        failures.put("503", "The service cannot reach its data right now");
        return failures;
    }

    private static boolean takesIfMatch(Operation operation) {
        return operation.getParameters() != null && operation.getParameters().stream()
                .anyMatch(parameter -> HttpHeaders.IF_MATCH.equals(parameter.getName()));
    }

    private static Schema<?> reference() {
        var schema = new ObjectSchema();
        schema.setType(null);
        schema.set$ref("#/components/schemas/" + PROBLEM);
        return schema;
    }

    private static Schema<?> problem() {
        var fault = object(Map.of("field", text("traits[0].value"), "message",
                text("must be a whole number from 0 to 100")), "field", "message");
        var status = new IntegerSchema();
        status.setExample(400);
        var errors = new ArraySchema();
        errors.setItems(fault);
        errors.setDescription("Every fault of the request");
        return object(Map.of("type", text("/problems/invalid-request"), "title", text("Bad Request"), "status", status,
                "detail", text("The request has values that are not allowed."), "instance",
                text("/api/admin/personalities"), "errors", errors), "type", "title", "status", "detail", "instance");
    }

    private static Schema<?> object(Map<String, Schema<?>> properties, String... required) {
        var schema = new ObjectSchema();
        new TreeMap<>(properties).forEach(schema::addProperty);
        schema.setRequired(List.of(required));
        return schema;
    }

    private static Schema<?> text(String example) {
        var schema = new StringSchema();
        schema.setExample(example);
        return schema;
    }

    private static Map<String, Object> examples(JsonMapper json) {
        try (var file = new ClassPathResource("openapi-examples.json").getInputStream()) {
            return json.readValue(file, EXAMPLES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void illustrate(OpenAPI document, String name, Object example) {
        var schema = document.getComponents().getSchemas().get(name);
        if (schema != null) {
            schema.setExample(example);
        }
    }
}
