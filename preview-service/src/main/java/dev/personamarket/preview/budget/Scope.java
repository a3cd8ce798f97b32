package dev.personamarket.preview.budget;

import java.util.Locale;
import java.util.UUID;

/**
 * Whose tokens are counted.
 *
 * @param name what the database knows it by
 */
public record Scope(Kind kind, String name) {

    static final Scope SITE = new Scope(Kind.SITE, "site");

    /** What each has a limit of its own for. */
    public enum Kind {
        /** Somebody who is not signed in. */
        VISITOR,
        /** Somebody who is. */
        USER,
        /** A server, whoever asks there. */
        SERVER,
        /** A personality, whoever talks with it. */
        PERSONALITY,
        /** All together. */
        SITE;

        /** As metrics name it. */
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A visitor, by the hash of their cookie. Who drops the cookie escapes this limit, yet neither the personality's nor
     * the site's; how many requests come from one address is the gateway's to limit.
     */
    public static Scope visitor(String key) {
        return new Scope(Kind.VISITOR, key);
    }

    /** Somebody who is signed in, or who asks on a server: one person, by the same pseudonym. */
    public static Scope user(UUID id) {
        return new Scope(Kind.USER, "user:" + id);
    }

    /** A server that a personality is deployed to, by its Discord id. */
    public static Scope server(String id) {
        return new Scope(Kind.SERVER, "server:" + id);
    }

    static Scope personality(UUID id) {
        return new Scope(Kind.PERSONALITY, "personality:" + id);
    }
}
