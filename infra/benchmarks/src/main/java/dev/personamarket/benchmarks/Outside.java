package dev.personamarket.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulated Discord and model in a process of their own, which lives on when the whole marketplace is killed. */
final class Outside implements AutoCloseable {

    /** By which the marketplace finds them, as it would find the real ones. */
    static final Map<String, String> SETTINGS = Map.of("DISCORD_CLIENT_ID", "1180000000000000001",
            "DISCORD_CLIENT_SECRET", "simulated-client-secret", "DISCORD_BOT_TOKEN",
            "MTE4MDAwMDAwMDAwMDAwMDAwMQ.sim.token", "DISCORD_PUBLIC_KEY",
            "4d24e565d627f3fd4e22baa7fac7e7af7a0453a7e26f19bb06c3c310756060e8", "DISCORD_API_URL",
            "http://localhost:8090/api/v10", "DISCORD_AUTHORIZE_URL", "http://localhost:8090/oauth2/authorize",
            "OPENAI_BASE_URL", "http://localhost:8091/v1", "OPENAI_API_KEY", "simulated-model-key", "OPENAI_MODEL",
            "demonstration");

    private static final String ADDRESS = "http://localhost:8090";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;

    private Outside(Process process) {
        this.process = process;
    }

    static Outside start(Path root) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-Xmx256m", "-jar",
                root.resolve("infra/simulators/target/simulators-1.0.0-SNAPSHOT-exec.jar").toString());
        builder.environment().put("MODEL_TOKEN_DELAY", "5ms");
        var outside = new Outside(builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
        outside.awaitReady();
        return outside;
    }

    private void awaitReady() throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                state();
                return;
            } catch (IOException starting) {
                if (System.nanoTime() > deadline || !process.isAlive()) {
                    throw new IllegalStateException("The simulators did not start", starting);
                }
                Thread.sleep(100);
            }
        }
    }

    /** From now on the model takes so long until its first word. */
    void delayModel(Duration time) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(URI.create(ADDRESS + "/simulator/faults")).DELETE());
        post("/simulator/faults", Map.of("path", "/v1/chat/completions", "latencyMillis", time.toMillis()));
    }

    /** Somebody types {@code /chat} on their own server; what came of it within Discord's three seconds. */
    JsonNode ask(String person, String message) throws IOException, InterruptedException {
        return post("/simulator/interactions", Map.of("guildId", "3" + person.substring(1), "personId", person,
                "command", "chat", "options", Map.of("message", message)));
    }

    /** Everything that the simulated Discord remembers. */
    JsonNode state() throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(ADDRESS + "/simulator/state")).GET());
    }

    private JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(ADDRESS + path)).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("%s answered %d: %s".formatted(answer.uri(), answer.statusCode(),
                    answer.body()));
        }
        return answer.body().isEmpty() ? JSON.missingNode() : JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
