package dev.personamarket.simulators.discord.oauth;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * An authorisation that goes no further: told to the application by a redirect, or to the person on a page when there is
 * no address that could be trusted.
 */
final class Refusal extends RuntimeException {

    private final HttpStatus status;
    private final @Nullable String redirectUri;
    private final Map<String, String> parameters = new LinkedHashMap<>();

    private Refusal(HttpStatus status, @Nullable String redirectUri, String message) {
        super(message);
        this.status = status;
        this.redirectUri = redirectUri;
    }

    static Refusal page(HttpStatus status, String message) {
        return new Refusal(status, null, message);
    }

    static Refusal redirect(String redirectUri, @Nullable String state, String error, String description) {
        var refusal = new Refusal(HttpStatus.FOUND, redirectUri, description);
        refusal.parameters.put("error", error);
        refusal.parameters.put("error_description", description);
        if (state != null) {
            refusal.parameters.put("state", state);
        }
        return refusal;
    }

    HttpStatus status() {
        return status;
    }

    @Nullable
    String redirectUri() {
        return redirectUri;
    }

    Map<String, String> parameters() {
        return parameters;
    }
}
