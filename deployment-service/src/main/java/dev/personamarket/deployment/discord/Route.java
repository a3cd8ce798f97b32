package dev.personamarket.deployment.discord;

import java.util.List;

import org.springframework.http.HttpMethod;

/**
 * A kind of request as far as Discord's rate limits tell kinds apart: by method, path, who asks, and the server that it
 * is about.
 *
 * @param path      with {@code {placeholders}}, never with values
 * @param asker     {@code bot}, {@code interaction}, or the fingerprint of a user's token
 * @param variables the values of the placeholders
 */
record Route(HttpMethod method, String path, String asker, List<String> variables) {

    private static final String BOT = "bot";
    private static final String INTERACTION = "interaction";

    static Route ofBot(HttpMethod method, String path, Object... variables) {
        return new Route(method, path, BOT, texts(variables));
    }

    /** Below an interaction's own webhook, which needs no further credentials. */
    static Route ofInteraction(HttpMethod method, String path, Object... variables) {
        return new Route(method, path, INTERACTION, texts(variables));
    }

    static Route ofUser(HttpMethod method, String path, AccessToken user) {
        return new Route(method, path, user.fingerprint(), List.of());
    }

    private static List<String> texts(Object... variables) {
        return List.of(variables).stream().map(Object::toString).toList();
    }

    /** The breaker that it is behind: what users' tokens do wrong must not stop the bot, and the other way round. */
    String breaker() {
        return switch (asker) {
            case BOT -> "discord-bot";
            case INTERACTION -> "discord-interactions";
            default -> "discord-user";
        };
    }

    /** Whether it counts among the calls that the bot may make in a second: interactions do not, nor do users' own. */
    boolean isGlobal() {
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
