package dev.personamarket.gateway.session;

import java.time.Duration;
import java.util.Base64;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param encryptionKeys base64 of 32 bytes each; the first one seals, the others still open what they sealed before. Without any,
 *                       one is made up, and sessions end with this process.
 * @param idle           a session that is not used for so long ends
 * @param longest        a session ends after so long however much it is used
 */
@ConfigurationProperties("gateway.session")
record SessionSettings(@DefaultValue List<String> encryptionKeys, @DefaultValue("7d") Duration idle,
        @DefaultValue("30d") Duration longest) {

    static final int KEY_BYTES = 32;

    SessionSettings {
        encryptionKeys = encryptionKeys.stream().map(String::strip).filter(key -> !key.isEmpty()).toList();
        if (!encryptionKeys.stream().allMatch(SessionSettings::isKey)) {
            throw new IllegalArgumentException("TOKEN_ENCRYPTION_KEY must be the base64 of 32 random bytes"
                    + " (openssl rand -base64 32), or several of them with commas between");
        }
    }

    List<byte[]> keys() {
        return encryptionKeys.stream().map(Base64.getDecoder()::decode).toList();
    }

    private static boolean isKey(String base64) {
        try {
            return Base64.getDecoder().decode(base64).length == KEY_BYTES;
        } catch (IllegalArgumentException _) {
            return false; // and nothing of its text gets into a log
        }
    }

    @Override
    public String toString() {
        return "SessionSettings[secret]";
    }
}
