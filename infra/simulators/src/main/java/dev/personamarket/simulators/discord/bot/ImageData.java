package dev.personamarket.simulators.discord.bot;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Images as <a href="https://discord.com/developers/docs/reference#image-data">data URIs</a>: JPG, GIF and PNG. */
final class ImageData {

    private static final Pattern DATA_URI = Pattern.compile("data:image/(png|jpeg|gif);base64,([A-Za-z0-9+/=]+)");
    /** How a file of each kind begins, in hexadecimal. */
    private static final Map<String, String> BEGINNINGS = Map.of("png", "89504e47", "jpeg", "ffd8ff", "gif",
            "47494638");

    private ImageData() {}

    /** Names the image as Discord does; empty when it is none. */
    static Optional<String> hash(String dataUri) {
        var matcher = DATA_URI.matcher(dataUri);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(matcher.group(2));
            return HexFormat.of().formatHex(bytes).startsWith(BEGINNINGS.get(matcher.group(1)))
                    ? Optional.of(md5(bytes))
                    : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
