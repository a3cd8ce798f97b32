package dev.personamarket.deployment.discord;

import java.util.List;

import org.springframework.http.HttpMethod;

/**
 * A kind of request as far as Discord's rate limits tell kinds apart: by method, path, who asks, and the server that it
 * is about.
 *
 * @param path      with {@code {placeholders}}, never with values
 * @param asker     {@code bot}, or the fingerprint of a user's token
 * @param variables the values of the placeholders
 */
record Route(HttpMethod method, String path, String asker, List<String> variables) {

    private static final String BOT = "bot";

    static Route ofBot(HttpMethod method, String path, Object... variables) {
        return new Route(method, path, BOT, List.of(variables).stream().map(Object::toString).toList());
    }

    static Route ofUser(HttpMethod method, String path, AccessToken user) {
        return new Route(method, path, user.fingerprint(), List.of());
    }

    boolean isBots() {
        return asker.equals(BOT);
    }

    /** Requests of one key share a bucket, though other keys may share it too. */
    String key() {
        return asker + " " + method + " " + path;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
