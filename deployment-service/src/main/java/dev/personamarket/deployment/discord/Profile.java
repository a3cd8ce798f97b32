package dev.personamarket.deployment.discord;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How the bot appears in one server; {@code null} is how it appears everywhere else.
 *
 * @param nick at most {@value #NICK_LIMIT} characters
 * @param bio  at most {@value #BIO_LIMIT} characters
 * @see <a href="https://docs.discord.com/developers/resources/guild#modify-current-member">Modify current member</a>
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Profile(@Nullable String nick, @Nullable String bio) {

    static final int NICK_LIMIT = 32;
    static final int BIO_LIMIT = 190;

    /** The bot's own name. */
    public static final Profile OWN = new Profile(null, null);

    /** As a personality, its texts shortened to what Discord takes. */
    public static Profile of(String name, String tagline) {
        return new Profile(shortened(name, NICK_LIMIT), shortened(tagline, BIO_LIMIT));
    }

    private static @Nullable String shortened(String text, int limit) {
        var clean = text.strip();
        if (clean.isEmpty()) {
            return null;
        }
        return clean.length() <= limit ? clean : beginning(clean, limit - 1).stripTrailing() + "…";
    }

    /** Never ends inside a surrogate pair. */
    private static String beginning(String text, int length) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
