package dev.personamarket.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * AES-256-GCM under keys that have a name. A sealed text is {@code <key id>.<base64url(nonce, ciphertext, tag)>}; what was
 * sealed for one purpose does not open for another. Keys rotate: put the new one first, drop the old one once what it
 * sealed has ended.
 */
public final class Seal {

    private static final Logger log = LoggerFactory.getLogger(Seal.class);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
    private final String current;

    /**
     * @param base64Keys of 32 bytes each: the first seals, all open. Without any, one is made up
     * @throws IllegalArgumentException as {@link #requireKeys} does
     */
    public Seal(List<String> base64Keys) {
        var configured = requireKeys(base64Keys).stream().map(Base64.getDecoder()::decode).toList();
        if (configured.isEmpty()) {
            log.warn("No TOKEN_ENCRYPTION_KEY: a key was made up, what it seals is lost when this process ends");
            configured = List.of(randomKey());
        }
        configured.forEach(key -> keys.put(id(key), new SecretKeySpec(key, "AES")));
        current = keys.keySet().iterator().next();
    }

    /**
     * The keys without those that are blank, for settings that are to be refused as a whole.
     *
     * @throws IllegalArgumentException when one is no base64 of 32 bytes; it tells nothing of the key
     */
    public static List<String> requireKeys(List<String> base64Keys) {
        var keys = base64Keys.stream().map(String::strip).filter(key -> !key.isEmpty()).toList();
        if (!keys.stream().allMatch(Seal::isKey)) {
            throw new IllegalArgumentException("TOKEN_ENCRYPTION_KEY must be the base64 of 32 random bytes"
                    + " (openssl rand -base64 32), or several of them with commas between");
        }
        return keys;
    }

    private static boolean isKey(String base64) {
        try {
            return Base64.getDecoder().decode(base64).length == KEY_BYTES;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    public String seal(String purpose, String plain) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var secret = run(Cipher.ENCRYPT_MODE, current, purpose, nonce, plain.getBytes(StandardCharsets.UTF_8));
        var sealed = Arrays.copyOf(nonce, NONCE_BYTES + secret.length);
        System.arraycopy(secret, 0, sealed, NONCE_BYTES, secret.length);
        return current + "." + BASE64.encodeToString(sealed);
    }

    /** Empty when it is not ours, was changed, was meant for another purpose, or its key is gone. */
    public Optional<String> open(String purpose, String sealed) {
        var dot = sealed.indexOf('.');
        if (dot < 0 || !keys.containsKey(sealed.substring(0, dot))) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(sealed.substring(dot + 1));
            var nonce = Arrays.copyOf(bytes, NONCE_BYTES);
            var secret = Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length);
            var plain = run(Cipher.DECRYPT_MODE, sealed.substring(0, dot), purpose, nonce, secret);
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** A tag that only we can make for this text: HMAC-SHA256, base64url. */
    public String tag(String purpose, String text) {
        return tag(key(current), purpose, text);
    }

    /** Whether it is such a tag, by any of the keys. */
    public boolean isTag(String purpose, String text, @Nullable String tag) {
        return tag != null && keys.values().stream().map(key -> tag(key, purpose, text))
                .anyMatch(right -> MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8),
                        tag.getBytes(StandardCharsets.UTF_8)));
    }

    private static String tag(SecretKeySpec key, String purpose, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            var tag = mac.doFinal((purpose + '\n' + text).getBytes(StandardCharsets.UTF_8));
            return BASE64.encodeToString(tag);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private byte[] run(int mode, String keyId, String purpose, byte[] nonce, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key(keyId), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException refused) {
            throw new IllegalArgumentException("Cannot be opened", refused);
        }
    }

    private SecretKeySpec key(String id) {
        var key = keys.get(id);
        if (key == null) {
            throw new IllegalStateException("No key " + id);
        }
        return key;
    }

    private byte[] randomKey() {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    private static String id(byte[] key) {
        return HexFormat.of().formatHex(sha256(key), 0, 4);
    }

    /** SHA-256, base64url. */
    public static String digest(String text) {
        return BASE64.encodeToString(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
