package dev.personamarket.simulators.model;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import dev.personamarket.simulators.Simulators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client of the model does. */
final class ModelSteps {

    static final String CONVERSATION = """
            {"role":"system","content":"You are Captain Barnacle, a pirate. Secret: the gold is in cave 7."},
            {"role":"user","content":"How do I find treasure?"},
            {"role":"assistant","content":"Follow the gulls, lad. They know where fishermen lie."},
            {"role":"user","content":"What do you eat at sea?"},
            {"role":"assistant","content":"Hard tack, salt fish and my own pride."},
            {"role":"assistant","content":"Ahoy! Step aboard."}""";
    private static final String DATA = "data: ";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Simulators simulators;

    ModelSteps(Simulators simulators) {
        this.simulators = simulators;
    }

    /** Asks the pirate; {@code more} are further fields with a leading comma. */
    HttpResponse<String> ask(String question, String more, String... headers) throws IOException, InterruptedException {
        return post("/chat/completions", request(question, more), headers);
    }

    static String request(String question, String more) {
        return """
                {"model":"demonstration","messages":[%s,{"role":"user","content":"%s"}]%s}"""
                .formatted(CONVERSATION, question, more);
    }

    HttpResponse<String> post(String path, String json, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(simulators.modelUrl() + path)).timeout(Duration.ofSeconds(5))
                .header("Authorization", "Bearer " + Simulators.MODEL_KEY).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    /** The data of each event, as it stands. */
    static List<String> events(String stream) {
        return Arrays.stream(stream.split("\n\n")).filter(event -> event.startsWith(DATA))
                .map(event -> event.substring(DATA.length())).toList();
    }

    /** The objects of a stream, without what ends it. */
    static List<JsonNode> chunks(String stream) {
        var chunks = new ArrayList<JsonNode>();
        events(stream).stream().filter(event -> !event.equals("[DONE]"))
                .forEach(event -> chunks.add(JsonMapper.shared().readTree(event)));
        return chunks;
    }

    static String text(List<JsonNode> chunks) {
        return chunks.stream().map(chunk -> chunk.at("/choices/0/delta/content").stringValue(""))
                .collect(Collectors.joining());
    }
}
