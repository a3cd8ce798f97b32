package dev.personamarket.deployment.agent;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import dev.personamarket.defaults.problems.Problem;
import dev.personamarket.deployment.discord.Interaction;
import dev.personamarket.deployment.discord.InteractionResponse;
import dev.personamarket.deployment.discord.SignedRequests;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

@RestController
class InteractionsController {

    private final SignedRequests signed;
    private final Interactions interactions;
    private final JsonMapper json;

    InteractionsController(SignedRequests signed, Interactions interactions, JsonMapper json) {
        this.signed = signed;
        this.interactions = interactions;
        this.json = json;
    }

    /** Where Discord tells of commands. 401 for whatever it has not signed within the last five minutes. */
    @PostMapping("/api/discord/interactions")
    @Operation(parameters = {@Parameter(in = ParameterIn.HEADER, name = "X-Signature-Ed25519"),
            @Parameter(in = ParameterIn.HEADER, name = "X-Signature-Timestamp")})
    Mono<ResponseEntity<InteractionResponse>> interaction(ServerHttpRequest request,
            @Schema(type = "object") @RequestBody(required = false) byte @Nullable [] body) {
        return Mono.fromCallable(() -> read(signed.verified(request.getHeaders(), body))).flatMap(interactions::answer)
                .map(answer -> ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answer));
    }

    private Interaction read(byte[] body) {
        try {
            return Interaction.read(json.readTree(body));
        } catch (JacksonException | IllegalArgumentException wrong) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "interaction-unreadable", "This is no interaction.");
        }
    }
}
