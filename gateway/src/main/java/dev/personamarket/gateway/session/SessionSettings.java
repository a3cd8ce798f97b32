package dev.personamarket.gateway.session;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import dev.personamarket.sealing.Seal;

/**
 * @param encryptionKeys base64 of 32 bytes each; the first one seals, the others still open what they sealed before. Without any,
 *                       one is made up, and sessions end with this process.
 * @param idle           a session that is not used for so long ends
 * @param longest        a session ends after so long however much it is used
 */
@ConfigurationProperties("gateway.session")
record SessionSettings(@DefaultValue List<String> encryptionKeys, @DefaultValue("7d") Duration idle,
        @DefaultValue("30d") Duration longest) {

    SessionSettings {
        encryptionKeys = Seal.requireKeys(encryptionKeys);
    }

    @Override
    public String toString() {
        return "SessionSettings[secret]";
    }
}
