package dev.personamarket.simulators.model;

import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers every error as OpenAI does; one that comes amid a stream closes the connection. */
class ModelErrors implements WebExceptionHandler {

    private final JsonMapper json;

    ModelErrors(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        return answer(exchange, translate(exchange, error));
    }

    private Mono<Void> answer(ServerWebExchange exchange, ModelException error) {
        var response = exchange.getResponse();
        response.setStatusCode(error.status());
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        if (error.saysWhenToRetry()) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
        }
        return response
                .writeWith(
                        Mono.fromCallable(() -> response.bufferFactory().wrap(json.writeValueAsBytes(error.body()))));
    }

    private static ModelException translate(ServerWebExchange exchange, Throwable error) {
        return switch (error) {
            case ModelException known -> known;
            case ResponseStatusException status when status.getStatusCode().value() == 404 -> ModelException
                    .unknownUrl(exchange.getRequest().getMethod().name(), exchange.getRequest().getPath().value());
            case ResponseStatusException status when status.getStatusCode().is4xxClientError() -> ModelException
                    .badRequest(null, "We could not parse the JSON body of your request.");
            default -> {
                LoggerFactory.getLogger(ModelErrors.class).error("Unexpected", error);
                yield ModelException.internal();
            }
        };
    }
}
