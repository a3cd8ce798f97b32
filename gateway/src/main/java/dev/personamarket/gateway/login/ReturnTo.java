package dev.personamarket.gateway.login;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Where to go after sign-in: a page of this site, as a path with perhaps a query and a fragment. Whatever could lead
 * elsewhere, or a browser could read in two ways, becomes {@code /}: another host ({@code //}, {@code /\}, a scheme), control characters, dots
 * that climb, and all of that percent-encoded, even more than once. Addresses under {@code /api/} are no pages.
 */
final class ReturnTo {

    private static final String HOME = "/";
    private static final int LONGEST = 1_000;
    private static final int DECODINGS = 4;
    // RFC 3986: what a path, a query and a fragment may hold
    private static final String CHARACTERS = "(?:[\\w\\-.~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*+";
    private static final Pattern ALLOWED = Pattern.compile("/" + CHARACTERS + "(?:#" + CHARACTERS + ")?");
    private static final Pattern MISLEADING = Pattern
            .compile("//|\\\\|[\\x00-\\x20\\x7f-\\uffff]|/\\.{1,2}(/|$)|^/[^/]*@|^/\\w*:");

    private ReturnTo() {}

    static String safe(@Nullable String wish) {
        if (wish == null || wish.length() > LONGEST || !ALLOWED.matcher(wish).matches()) {
            return HOME;
        }
        var path = wish.split("[?#]", 2)[0];
        return isPage(path) && !hasControls(wish) ? wish : HOME;
    }

    private static boolean isPage(String path) {
        var decoded = path;
        for (var i = 0; i < DECODINGS; i++) {
            if (MISLEADING.matcher(decoded).find() || decoded.startsWith("/api/")) {
                return false;
            }
            decoded = decode(decoded);
        }
        return decoded.equals(decode(decoded)); // encoded deeper than anybody honest would
    }

    private static boolean hasControls(String wish) {
        var decoded = wish;
        for (var i = 0; i < DECODINGS; i++) {
            decoded = decode(decoded);
            if (decoded.chars().anyMatch(Character::isISOControl)) {
                return true;
            }
        }
        return false;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "\\"; // broken encoding: misleading by itself
        }
    }
}
