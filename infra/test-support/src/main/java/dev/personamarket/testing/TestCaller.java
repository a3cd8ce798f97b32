package dev.personamarket.testing;

import java.util.UUID;

/** Somebody with an identity token. */
public record TestCaller(UUID id, String name, String token) {

    /** The value of the {@code Authorization} header. */
    public String authorization() {
        return "Bearer " + token;
    }
}
