package dev.personamarket.simulators.discord;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;

/** Gives every error under {@code /api} Discord's shape; our own pages and controls answer with problem details. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class DiscordErrors {

    @ExceptionHandler
    ResponseEntity<DiscordException.Body> discord(DiscordException error) {
        return ResponseEntity.status(error.status()).body(error.body());
    }

    @ExceptionHandler
    ResponseEntity<?> other(ResponseStatusException error, ServerWebExchange exchange) {
        if (!exchange.getRequest().getPath().value().startsWith("/api/")) {
            return ResponseEntity.status(error.getStatusCode()).headers(error.getHeaders()).body(error.getBody());
        }
        return discord(translate(error));
    }

    private static DiscordException translate(ResponseStatusException error) {
        return switch (error) {
            case UnsupportedMediaTypeStatusException _ -> DiscordException.of(HttpStatus.BAD_REQUEST, 50035,
                    "Invalid Form Body");
            case ServerWebInputException _ -> DiscordException.invalidJson();
            default -> DiscordException.plain(HttpStatus.valueOf(error.getStatusCode().value()));
        };
    }
}
