package dev.personamarket.preview.conversation;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import dev.personamarket.defaults.identity.Caller;

/** Knows callers again: users by their token, everybody else by a cookie that holds 128 random bits. */
@Component
class Visitors {

    static final String COOKIE = "preview_visitor";

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final SecureRandom random = new SecureRandom();
    private final boolean secure;

    Visitors(PreviewProperties properties) {
        this.secure = "https".equals(properties.publicUrl().getScheme());
    }

    /** Who calls; a visitor without a cookie gets one with the answer. */
    Owner welcome(Optional<Caller> caller, ServerWebExchange exchange) {
        return known(caller, exchange).orElseGet(() -> {
            var secret = newSecret();
            exchange.getResponse().addCookie(cookie(secret));
            return Owner.visitor(secret);
        });
    }

    /** Who calls; empty for a visitor whom we have not met. */
    Optional<Owner> known(Optional<Caller> caller, ServerWebExchange exchange) {
        return caller.map(user -> Owner.user(user.id()))
                .or(() -> Optional.ofNullable(exchange.getRequest().getCookies().getFirst(COOKIE))
                        .map(HttpCookie::getValue).filter(SECRET.asMatchPredicate()).map(Owner::visitor));
    }

    private ResponseCookie cookie(String secret) {
        return ResponseCookie.from(COOKIE, secret).path("/api/marketplace/preview").httpOnly(true).sameSite("Lax")
                .secure(secure).maxAge(REMEMBERED).build();
    }

    private String newSecret() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
