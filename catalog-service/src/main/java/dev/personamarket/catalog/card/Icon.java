package dev.personamarket.catalog.card;

import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/**
 * The picture of a card: its icon named main, else its first icon, else the PNG that it came in. What is at a remote
 * address is never fetched.
 */
final class Icon {

    private static final int LARGEST = 10 * 1024 * 1024;
    private static final int LONGEST_DATA = 1024 * 1024;
    private static final Pattern EMBEDDED = Pattern.compile("embedd?ed://(?<path>.+)");
    private static final Pattern DATA = Pattern.compile("data:[^,]{0,200};base64,(?<bytes>.*)", Pattern.DOTALL);

    private Icon() {}

    static byte @Nullable [] of(Card card, Findings findings) {
        refuseLongData(card.field("assets"));
        var uri = uri(card.field("assets"));
        if (uri.startsWith("ccdefault:")) {
            return card.image();
        }
        var embedded = EMBEDDED.matcher(uri);
        var data = DATA.matcher(uri);
        var picture = embedded.matches()
                ? unpacked(card, embedded.group("path"))
                : data.matches() ? decoded(data.group("bytes")) : null;
        if (picture == null) {
            findings.warn(uri.startsWith("http")
                    ? "The card's icon is at a remote address, from which nothing is ever fetched."
                    : "The card's icon is not in the file.");
        }
        return picture == null ? card.image() : picture;
    }

    private static void refuseLongData(JsonNode assets) {
        if (assets.valueStream().map(asset -> asset.path("uri").asString(""))
                .anyMatch(uri -> uri.startsWith("data:") && uri.length() > LONGEST_DATA)) {
            throw Refusal.tooLarge("A data: address in the card may have 1 MiB.");
        }
    }

    private static String uri(JsonNode assets) {
        var icons = assets.valueStream().filter(asset -> asset.path("type").asString("").equalsIgnoreCase("icon"))
                .toList();
        return icons.stream().filter(icon -> icon.path("name").asString("").equals("main")).findFirst()
                .or(() -> icons.stream().findFirst()).map(icon -> icon.path("uri").asString("")).orElse("ccdefault:");
    }

    private static byte @Nullable [] unpacked(Card card, String path) {
        return card.archive() == null ? null : card.archive().unpack(path, LARGEST);
    }

    private static byte @Nullable [] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /** The types of the assets whose bytes came with the card and are not kept. */
    static List<String> leftBehind(Card card) {
        return card.archive() == null
                ? List.of()
                : card.field("assets").valueStream().filter(asset -> EMBEDDED.matcher(asset.path("uri").asString(""))
                        .matches() && !asset.path("type").asString("").equalsIgnoreCase("icon"))
                        .map(asset -> asset.path("name").asString("?")).toList();
    }
}
