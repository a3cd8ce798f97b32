package dev.personamarket.preview;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;

import dev.personamarket.simulators.Simulators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the simulated model was last asked by the service, and what it says to it when nobody is between. */
public final class Unguarded {

    private static final Pattern CANARY = Pattern.compile("Confidential mark: ([0-9a-f]{32})");

    private final WebClient client;
    private final Simulators simulator;

    public Unguarded(Simulators simulator) {
        this.simulator = simulator;
        this.client = WebClient.builder().baseUrl(simulator.modelUrl())
                .defaultHeaders(headers -> headers.setBearerAuth(Simulators.MODEL_KEY)).build();
    }

    /** The whole answer; the same that the service got. */
    public String answer() {
        var body = request();
        body.put("stream", false).remove("stream_options");
        var answer = client.post().uri("/chat/completions").contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body.toString()).retrieve().bodyToMono(String.class).block();
        return JsonMapper.shared().readTree(Objects.requireNonNull(answer)).at("/choices/0/message/content").asString();
    }

    /** Knows what the request held that nobody may be told: all that the system said. */
    public LeakChecker checker() {
        var messages = request().path("messages").valueStream().toList();
        var secrets = messages.stream().filter(message -> isSystem(message)).map(Unguarded::text).toList();
        var canary = CANARY.matcher(secrets.getFirst()).results().findFirst().orElseThrow().group(1);
        return new LeakChecker(canary, secrets, messages.stream().filter(message -> !isSystem(message))
                .map(Unguarded::text).collect(Collectors.joining("\n")));
    }

    private ObjectNode request() {
        var asked = simulator.calls().stream().filter(call -> call.path().endsWith("/chat/completions"))
                .filter(call -> call.body().contains("stream_options")).toList();
        return (ObjectNode) JsonMapper.shared().readTree(asked.getLast().body());
    }

    private static boolean isSystem(JsonNode message) {
        return message.path("role").asString().equals("system");
    }

    private static String text(JsonNode message) {
        return message.path("content").asString();
    }
}
