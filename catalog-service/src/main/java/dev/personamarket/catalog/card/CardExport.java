package dev.personamarket.catalog.card;

import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.personamarket.catalog.personality.Draft;
import dev.personamarket.catalog.personality.Drafts;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Makes cards of personalities. */
@Component
class CardExport {

    /** A card as a file. */
    record Exported(String slug, byte[] bytes) {}

    private final Drafts drafts;
    private final ImportedCards cards;
    private final CardPictures pictures;
    private final CardWriter writer;

    CardExport(Drafts drafts, ImportedCards cards, CardPictures pictures, CardWriter writer) {
        this.drafts = drafts;
        this.cards = cards;
        this.pictures = pictures;
        this.writer = writer;
    }

    /** Fails with a 404 if there is no such personality or version. */
    Mono<Exported> json(UUID personality, String version, CardSpec spec) {
        return read(personality, version, (draft, imported) -> Mono.just(new Exported(draft.content().slug(),
                CardJson.pretty(writer.write(spec, draft, imported.orElse(null), null)))));
    }

    /** A PNG with the card in both editions. Fails with a 404 if there is no such personality or version. */
    Mono<Exported> png(UUID personality, String version) {
        return read(personality, version, (draft, imported) -> pictures.png(personality, draft.content().avatar())
                .map(png -> new Exported(draft.content().slug(), png(png, draft, imported.orElse(null)))));
    }

    private interface Form {

        Mono<Exported> of(Draft draft, Optional<ImportedCard> imported);
    }

    private Mono<Exported> read(UUID personality, String version, Form form) {
        return drafts.read(personality, version).zipWith(cards.of(personality).map(Optional::of)
                .defaultIfEmpty(Optional.empty())).flatMap(both -> form.of(both.getT1(), both.getT2()));
    }

    private byte[] png(byte[] png, Draft draft, @Nullable ImportedCard imported) {
        var picture = PngFile.read(png).picture();
        var v2 = CardWriter.backfilled(writer.write(CardSpec.V2, draft, imported, picture));
        var v3 = writer.write(CardSpec.V3, draft, imported, picture);
        return PngFile.with(PngFile.with(png, PngFile.V2, base64(v2)), PngFile.V3, base64(v3));
    }

    private static byte[] base64(JsonNode card) {
        return Base64.getEncoder().encodeToString(CardJson.write(card).getBytes(UTF_8)).getBytes(ISO_8859_1);
    }
}
