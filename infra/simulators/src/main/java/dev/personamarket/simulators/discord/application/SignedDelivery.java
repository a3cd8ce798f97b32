package dev.personamarket.simulators.discord.application;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Posts a signed body to the application's interactions endpoint. */
@Component
public class SignedDelivery {

    /** An endpoint that takes longer has failed, see the Interactions overview in Discord's documentation. */
    public static final Duration DEADLINE = Duration.ofSeconds(3);

    private final WebClient client;
    private final Application application;

    public SignedDelivery(Application application, ReactorResourceFactory resources) {
        this.client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(resources, UnaryOperator.identity())).build();
        this.application = application;
    }

    /** The endpoint's answer, or an error after {@link #DEADLINE} or when it cannot be reached. */
    public Mono<Answer> send(URI endpoint, byte[] body) {
        String timestamp = now();
        return post(endpoint, body, timestamp, application.key().sign(timestamp, body));
    }

    /** The same with a signature of the right form that does not fit, as Discord does to check on endpoints. */
    public Mono<Answer> sendForged(URI endpoint, byte[] body) {
        String timestamp = now();
        return post(endpoint, body, timestamp, application.key().sign(timestamp + "0", body));
    }

    private Mono<Answer> post(URI endpoint, byte[] body, String timestamp, String signature) {
        return client.post().uri(endpoint).contentType(MediaType.APPLICATION_JSON)
                .header("User-Agent", "Discord-Interactions/1.0 (+https://discord.com)")
                .header("X-Signature-Ed25519", signature).header("X-Signature-Timestamp", timestamp).bodyValue(body)
                .exchangeToMono(Answer::read).timeout(DEADLINE);
    }

    private static String now() {
        return Long.toString(Instant.now().getEpochSecond());
    }

    /** What the endpoint said. */
    public record Answer(HttpStatusCode status, boolean json, String body) {

        private static Mono<Answer> read(ClientResponse response) {
            boolean json = response.headers().contentType().filter(MediaType.APPLICATION_JSON::isCompatibleWith)
                    .isPresent();
            return response.bodyToMono(String.class).defaultIfEmpty("")
                    .map(body -> new Answer(response.statusCode(), json, body));
        }
    }
}
