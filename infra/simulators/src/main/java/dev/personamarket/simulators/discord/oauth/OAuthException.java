package dev.personamarket.simulators.discord.oauth;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** An error of the token endpoint, <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, 5.2</a>. */
final class OAuthException extends RuntimeException {

    private final HttpStatus status;
    private final String error;
    private final @Nullable String description;

    OAuthException(HttpStatus status, String error, @Nullable String description) {
        super(error);
        this.status = status;
        this.error = error;
        this.description = description;
    }

    static OAuthException invalidRequest(String description) {
        return new OAuthException(HttpStatus.BAD_REQUEST, "invalid_request", description);
    }

    static OAuthException invalidGrant(String parameter) {
        return new OAuthException(HttpStatus.BAD_REQUEST, "invalid_grant",
                "Invalid \"%s\" in request.".formatted(parameter));
    }

    static OAuthException invalidClient() {
        return new OAuthException(HttpStatus.UNAUTHORIZED, "invalid_client", null);
    }

    HttpStatus status() {
        return status;
    }

    Body body() {
        return new Body(error, description);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Body(String error, @Nullable String errorDescription) {}
}
