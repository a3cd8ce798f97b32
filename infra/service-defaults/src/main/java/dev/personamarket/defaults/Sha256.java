package dev.personamarket.defaults;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import static java.nio.charset.StandardCharsets.UTF_8;

/** SHA-256 in hexadecimal digits, of a whole text or of what comes in parts. */
public final class Sha256 {

    private Sha256() {}

    /** Of the text in UTF-8. */
    public static String of(String text) {
        var digest = begin();
        digest.update(text.getBytes(UTF_8));
        return end(digest);
    }

    /** One that is fed with the parts, one after the other. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Of all that it was fed with. */
    public static String end(MessageDigest fed) {
        return HexFormat.of().formatHex(fed.digest());
    }
}
