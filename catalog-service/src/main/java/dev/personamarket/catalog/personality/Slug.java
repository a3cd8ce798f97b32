package dev.personamarket.catalog.personality;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names in addresses: lower-case letters and digits of ASCII in words joined by hyphens, at most 64 characters. */
public final class Slug {

    /** What {@link #isValid} asks for, in words. */
    public static final String RULE = "must be words of a-z and 0-9 joined by hyphens, at most 64 characters, and no UUID";

    private static final int LONGEST = 64;
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    /** Where a slug may stand an id may stand too, so they must differ. */
    private static final Pattern LIKE_AN_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Slug() {}

    public static boolean isValid(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches() && !LIKE_AN_ID.matcher(text).matches();
    }

    /** {@code Señor Günther} becomes {@code senor-gunther}; a name without any Latin letter or digit becomes empty. */
    public static String from(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        var cut = plain.substring(0, Math.min(plain.length(), LONGEST));
        return cut.replaceAll("^-+|-+$", "");
    }

    /** Another one of the same words; the first is the slug itself. */
    static String numbered(String slug, int number) {
        var suffix = number == 1 ? "" : "-" + number;
        return slug.substring(0, Math.min(slug.length(), LONGEST - suffix.length())).replaceAll("-$", "") + suffix;
    }
}
