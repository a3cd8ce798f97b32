package dev.personamarket.gateway.session;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import dev.personamarket.gateway.site.PublicUrl;

/**
 * The two cookies of somebody who is signed in: the session, which scripts cannot read, and the CSRF token, which ours must.
 * Visitors get none.
 */
@Component
class SessionCookies {

    static final String CSRF = "XSRF-TOKEN";

    private final boolean secure;
    private final String name;
    private final Duration longest;

    SessionCookies(PublicUrl site, SessionSettings settings) {
        secure = site.secure();
        // a browser takes a __Host- cookie only from this very host, over TLS: no sibling domain can plant one
        name = secure ? "__Host-session" : "session";
        longest = settings.longest();
    }

    Optional<String> session(ServerWebExchange exchange) {
        return Optional.ofNullable(value(exchange, name)).filter(id -> !id.isBlank());
    }

    @Nullable
    String csrf(ServerWebExchange exchange) {
        return value(exchange, CSRF);
    }

    void set(ServerWebExchange exchange, String sessionId, String csrf) {
        exchange.getResponse().addCookie(cookie(name, sessionId, true, longest));
        setCsrf(exchange, csrf);
    }

    void setCsrf(ServerWebExchange exchange, String csrf) {
        exchange.getResponse().getCookies().remove(CSRF);
        exchange.getResponse().addCookie(cookie(CSRF, csrf, false, longest));
    }

    void clear(ServerWebExchange exchange) {
        exchange.getResponse().getCookies().remove(CSRF);
        exchange.getResponse().addCookie(cookie(name, "", true, Duration.ZERO));
        exchange.getResponse().addCookie(cookie(CSRF, "", false, Duration.ZERO));
    }

    private ResponseCookie cookie(String name, String value, boolean hidden, Duration age) {
        return ResponseCookie.from(name, value).path("/").secure(secure).httpOnly(hidden).sameSite("Lax").maxAge(age)
                .build();
    }

    private static @Nullable String value(ServerWebExchange exchange, String name) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(name);
        return cookie == null ? null : cookie.getValue();
    }
}
