package dev.personamarket.deployment.deployment;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import dev.personamarket.defaults.problems.Problem;
import dev.personamarket.deployment.discord.ServerId;
import dev.personamarket.deployment.discord.SignedRequests;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where Discord tells of what happens to the application. Events come in any order, late, and more than once, so one is only
 * a reason to look; {@code APPLICATION_DEAUTHORIZED} is of a person, and says nothing of the bot.
 *
 * @see <a href="https://docs.discord.com/developers/events/webhook-events">Webhook events</a>
 */
@RestController
class DiscordEventsController {

    private final SignedRequests signed;
    private final DeploymentDesk desk;
    private final JsonMapper json;

    DiscordEventsController(SignedRequests signed, DeploymentDesk desk, JsonMapper json) {
        this.signed = signed;
        this.desk = desk;
        this.json = json;
    }

    /** Says nothing to a PING and to whatever else Discord has signed. 401 for the rest. */
    @PostMapping("/api/discord/events")
    @Operation(parameters = {@Parameter(in = ParameterIn.HEADER, name = "X-Signature-Ed25519"),
            @Parameter(in = ParameterIn.HEADER, name = "X-Signature-Timestamp")})
    Mono<ResponseEntity<Void>> event(ServerHttpRequest request,
            @Schema(type = "object") @RequestBody(required = false) byte @Nullable [] body) {
        return Mono.fromCallable(() -> read(signed.verified(request.getHeaders(), body)))
                .mapNotNull(DiscordEventsController::server)
                .flatMap(desk::letIn)
                .thenReturn(ResponseEntity.status(HttpStatus.NO_CONTENT).contentType(MediaType.APPLICATION_JSON)
                        .build());
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException _) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "invalid-request", "The event is no JSON.");
        }
    }

    /** Where the bot was let in, if that is the news. */
    private static @Nullable ServerId server(JsonNode message) {
        var event = message.path("event");
        var server = event.at("/data/guild/id").asString("");
        return event.path("type").asString("").equals("APPLICATION_AUTHORIZED") && server.matches(ServerId.PATTERN)
                ? new ServerId(server)
                : null;
    }
}
