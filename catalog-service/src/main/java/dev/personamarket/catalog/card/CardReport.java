package dev.personamarket.catalog.card;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What became of one file.
 *
 * @param spec             the edition of the card, if there is one in the file
 * @param personality      the draft that was made of it; on a dry run, the one that would be
 * @param mapped           which field of the card is which field here
 * @param preservedNotUsed what is kept with the card and exported again, and otherwise not used
 * @param warnings         what a person should look at
 * @param errors           why there is no personality; then nothing was written
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CardReport(@Schema(example = "orla.png") String file, @Nullable CardSpec spec, @Nullable Made personality,
        @Schema(example = "[\"description → systemPrompt\"]") List<String> mapped,
        @Schema(example = "[\"data.character_book\"]") List<String> preservedNotUsed,
        @Schema(example = "[\"None of the tags belongs to a category: it is in \\\"companions\\\", for review.\"]") List<String> warnings,
        List<String> errors) {

    /** @param id missing on a dry run */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Made(@Nullable UUID id, @Schema(example = "orla") String slug, @Schema(example = "Orla") String name) {}

    static CardReport made(String file, CardSpec spec, Findings findings, Made personality) {
        return new CardReport(file, spec, personality, findings.mapped(), findings.preserved(), findings.warnings(),
                List.of());
    }

    static CardReport refused(String file, @Nullable CardSpec spec, Findings findings, List<String> errors) {
        return new CardReport(file, spec, null, findings.mapped(), findings.preserved(), findings.warnings(), errors);
    }
}
