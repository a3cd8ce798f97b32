package dev.personamarket.preview.model;

import java.time.Duration;
import java.util.Objects;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** One call to an OpenAI-compatible server, with its deadlines and no second try. */
final class OpenAiModel {

    private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENTS = new ParameterizedTypeReference<>() {};

    /** After the last word, for the usage and for the end of the stream, so that its connection can be used again. */
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final WebClient client;
    private final JsonMapper json;
    private final ModelProperties properties;

    OpenAiModel(WebClient client, JsonMapper json, ModelProperties properties) {
        this.client = client;
        this.json = json;
        this.properties = properties;
    }

    Flux<ModelEvent> answer(Prompt prompt) {
        return Flux.defer(() -> read(new AnswerReader(json, prompt), events(prompt)));
    }

    private Flux<ModelEvent> read(AnswerReader reader, Flux<ServerSentEvent<String>> events) {
        return events.timeout(Mono.delay(properties.firstDeadline()),
                _ -> Mono.delay(reader.isComplete() ? FAREWELL : properties.idleDeadline()))
                .concatMapIterable(event -> reader.read(Objects.requireNonNullElse(event.data(), "")))
                .onErrorComplete(_ -> reader.isComplete())
                .concatWith(Flux.defer(() -> Flux.fromIterable(reader.end())))
                .onErrorMap(ModelErrors::of);
    }

    private Flux<ServerSentEvent<String>> events(Prompt prompt) {
        return client.post().uri("/chat/completions").accept(MediaType.TEXT_EVENT_STREAM)
                .bodyValue(ChatCompletionRequest.of(prompt, properties)).exchangeToFlux(OpenAiModel::events);
    }

    private static Flux<ServerSentEvent<String>> events(ClientResponse response) {
        return response.statusCode().is2xxSuccessful()
                ? response.bodyToFlux(EVENTS)
                : response.bodyToMono(String.class).defaultIfEmpty("").flatMapMany(body -> Flux.error(
                        ModelErrors.of(response.statusCode(), response.headers().asHttpHeaders(), body)));
    }
}
