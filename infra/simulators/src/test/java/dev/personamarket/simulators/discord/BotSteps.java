package dev.personamarket.simulators.discord;

import dev.personamarket.simulators.Simulators;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What the bot does. */
public final class BotSteps {

    public static final String USER_AGENT = "DiscordBot (https://example.org, 1.0)";

    private final WebTestClient client;

    public BotSteps(Simulators simulators) {
        this.client = WebTestClient.bindToServer().baseUrl(simulators.discordApiUrl())
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bot " + Simulators.BOT_TOKEN)
                .defaultHeader(HttpHeaders.USER_AGENT, USER_AGENT).build();
    }

    public ResponseSpec get(String path) {
        return client.get().uri(path).exchange();
    }

    public ResponseSpec delete(String path) {
        return client.delete().uri(path).exchange();
    }

    public ResponseSpec post(String path, String json) {
        return client.post().uri(path).contentType(MediaType.APPLICATION_JSON).bodyValue(json).exchange();
    }

    public ResponseSpec put(String path, String json) {
        return client.put().uri(path).contentType(MediaType.APPLICATION_JSON).bodyValue(json).exchange();
    }

    public ResponseSpec patch(String path, String json) {
        return client.patch().uri(path).contentType(MediaType.APPLICATION_JSON).bodyValue(json).exchange();
    }

    /** Any status, and Discord's code in the body. */
    public static void expectError(ResponseSpec answer, int status, int code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code).jsonPath("$.message")
                .isNotEmpty();
    }

    /** A validation error at this path of the body, dotted. */
    public static void expectInvalid(ResponseSpec answer, String path, String errorCode) {
        var step = new StringBuilder("$.errors");
        for (String name : path.split("\\.")) {
            step.append("['").append(name).append("']");
        }
        answer.expectStatus().isBadRequest().expectBody().jsonPath("$.code").isEqualTo(50035)
                .jsonPath(step + "._errors[0].code").isEqualTo(errorCode);
    }
}
