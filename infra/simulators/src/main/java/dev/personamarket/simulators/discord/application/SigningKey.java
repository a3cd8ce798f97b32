package dev.personamarket.simulators.discord.application;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;

/** The Ed25519 key pair that signs interactions; always the same one, so that it can be configured once. */
public final class SigningKey {

    private static final byte[] SEED = "personality-marketplace-simulate".getBytes(StandardCharsets.US_ASCII);
    private static final int RAW_KEY_LENGTH = 32;

    private final KeyPair pair = pair();

    /** 64 hexadecimal digits, as the developer portal shows it. */
    public String publicKey() {
        byte[] encoded = pair.getPublic().getEncoded();
        return HexFormat.of().formatHex(Arrays.copyOfRange(encoded, encoded.length - RAW_KEY_LENGTH, encoded.length));
    }

    /** Hexadecimal signature over timestamp and body, for the header {@code X-Signature-Ed25519}. */
    public String sign(String timestamp, byte[] body) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(timestamp.getBytes(StandardCharsets.US_ASCII));
            signature.update(body);
            return HexFormat.of().formatHex(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The JDK derives a public key only while it generates a pair, so it is given "random" bytes that are the seed. */
    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, new FixedBytes());
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class FixedBytes extends SecureRandom {

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(SEED, 0, bytes, 0, bytes.length);
        }
    }
}
