package dev.personamarket.defaults.idempotency;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;

/** Says in the OpenAPI document which routes take a key, and what it may be answered. */
final class IdempotencyDocument implements OpenApiCustomizer {

    private static final String MEANING = """
            A name of your own for this request, of visible ASCII characters, such as a UUID. Sent again with the same \
            key, the request is not carried out again but answered as before, with Idempotency-Replayed: true. Keys \
            are remembered for a day, each caller's apart.""";

    private final IdempotentRoutes routes;

    IdempotencyDocument(IdempotentRoutes routes) {
        this.routes = routes;
    }

    @Override
    public void customise(OpenAPI document) {
        document.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
            if (routes.include(HttpMethod.valueOf(method.name()), PathContainer.parsePath(path))) {
                describe(operation);
            }
        }));
    }

    private static void describe(Operation operation) {
        operation.addParametersItem(key());
        operation.getResponses().putIfAbsent("409",
                problem("The request with this key is being carried out, or the present state does not allow it"));
        operation.getResponses().putIfAbsent("422", problem("The key was used for another request"));
    }

    private static Parameter key() {
        var text = new StringSchema();
        text.minLength(1).maxLength(IdempotencyKey.MAX_LENGTH);
        return new HeaderParameter().name(IdempotencyKey.HEADER).description(MEANING).required(false).schema(text);
    }

    private static ApiResponse problem(String meaning) {
        return new ApiResponse().description(meaning).content(new Content().addMediaType("application/problem+json",
                new MediaType().schema(new ObjectSchema())));
    }
}
