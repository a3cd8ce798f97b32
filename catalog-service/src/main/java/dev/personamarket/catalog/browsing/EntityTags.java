package dev.personamarket.catalog.browsing;

import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

import tools.jackson.databind.json.JsonMapper;

/** Tags answers, so that a browser can ask whether the one that it has still holds. */
@Component
class EntityTags {

    private final JsonMapper json;

    EntityTags(JsonMapper json) {
        this.json = json;
    }

    /** Equal answers have equal tags. */
    String of(Object answer) {
        return "\"%s\"".formatted(DigestUtils.md5DigestAsHex(json.writeValueAsBytes(answer)));
    }
}
