package dev.personamarket.simulators.discord;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An application's interactions endpoint, which verifies signatures as a real one must. */
final class Endpoint implements AutoCloseable {

    private static final String ED25519_PREFIX = "302a300506032b6570032100";

    private final PublicKey key;
    private final DisposableServer server;
    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final List<Integer> statuses = new CopyOnWriteArrayList<>();
    private volatile Function<JsonNode, Mono<String>> behaviour = _ -> Mono.just("{\"type\":5}");
    private volatile boolean careless;
    private volatile int failuresAtFirst = -1;

    Endpoint(String publicKey) {
        this.key = key(publicKey);
        this.server = HttpServer.create().port(0).handle(this::handle).bindNow();
    }

    URI uri() {
        return URI.create("http://localhost:" + server.port() + "/interactions");
    }

    /** What it answers to anything but a PING; an empty answer is a 202. */
    void answers(Function<JsonNode, Mono<String>> behaviour) {
        this.behaviour = behaviour;
    }

    void answers(String json) {
        answers(_ -> Mono.just(json));
    }

    /** It takes any signature. */
    void isCareless() {
        careless = true;
    }

    /** It takes events instead of interactions, after having failed so often. */
    void takesEvents(int failuresAtFirst) {
        this.failuresAtFirst = failuresAtFirst;
    }

    List<JsonNode> received() {
        return received;
    }

    List<Integer> statuses() {
        return statuses;
    }

    @Override
    public void close() {
        server.disposeNow();
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asByteArray().flatMap(body -> {
            if (!careless && !verifies(request, body)) {
                statuses.add(401);
                return response.status(401).send();
            }
            if (failuresAtFirst > 0) {
                failuresAtFirst--;
                statuses.add(500);
                return response.status(500).send();
            }
            statuses.add(failuresAtFirst == 0 ? 204 : 200);
            JsonNode interaction = JsonMapper.shared().readTree(body);
            received.add(interaction);
            if (failuresAtFirst == 0) {
                return response.status(204).send();
            }
            var answer = interaction.path("type").asInt() == 1
                    ? Mono.just("{\"type\":1}")
                    : behaviour.apply(interaction);
            return answer.map(java.util.Optional::of).defaultIfEmpty(java.util.Optional.empty())
                    .flatMap(json -> json.isPresent()
                            ? response.header("Content-Type", "application/json").sendString(Mono.just(json.get()))
                                    .then()
                            : response.status(202).send());
        });
    }

    private boolean verifies(HttpServerRequest request, byte[] body) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(request.requestHeaders().get("X-Signature-Timestamp").getBytes(StandardCharsets.US_ASCII));
            signature.update(body);
            return signature.verify(HexFormat.of().parseHex(request.requestHeaders().get("X-Signature-Ed25519")));
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private static PublicKey key(String raw) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(ED25519_PREFIX + raw)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
