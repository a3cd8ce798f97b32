package dev.personamarket.simulators.discord.oauth;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The fields of a posted form. */
record Form(MultiValueMap<String, String> fields) {

    @Nullable
    String find(String name) {
        return fields.getFirst(name);
    }

    /** @throws OAuthException {@code invalid_request} when it is missing or empty */
    String get(String name) {
        String value = find(name);
        if (value == null || value.isEmpty()) {
            throw OAuthException.invalidRequest("Missing \"%s\" in request.".formatted(name));
        }
        return value;
    }
}
