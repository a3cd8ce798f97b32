package dev.personamarket.catalog.card;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The editions of character cards.
 *
 * @see <a href="https://github.com/kwaroran/character-card-spec-v3/blob/main/SPEC_V3.md">Character card V3</a>
 */
enum CardSpec {
    V1("", ""), V2("chara_card_v2", "2.0"), V3("chara_card_v3", "3.0");

    private final String code;
    private final String version;

    CardSpec(String code, String version) {
        this.code = code;
        this.version = version;
    }

    /** As cards call it; the first edition does not call itself anything. */
    String code() {
        return code;
    }

    String version() {
        return version;
    }

    @JsonValue
    String label() {
        return name().toLowerCase();
    }
}
