package dev.personamarket.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Keys that a production environment would be given, made once and kept with the data they protect. */
final class Secrets {

    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** The secrets of the data directory, made now if there are none; only its owner may read the file. */
    static Map<String, String> in(DataDirectory data) {
        var file = data.resolve("secrets.properties");
        try {
            if (!Files.exists(file)) {
                write(file, make());
            }
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> make() {
        return Map.of("IDENTITY_SIGNING_KEY", signingKey(), "IDENTITY_PSEUDONYM_SECRET", key(),
                "TOKEN_ENCRYPTION_KEY", key(), "DATABASE_PASSWORD", key());
    }

    private static String key() {
        var bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** A P-256 key as a private JWK (RFC 7517). */
    private static String signingKey() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            var point = ((ECPublicKey) pair.getPublic()).getW();
            return """
                    {"kty":"EC","crv":"P-256","alg":"ES256","use":"sig","kid":"%s","x":"%s","y":"%s","d":"%s"}"""
                    .formatted(Long.toHexString(RANDOM.nextLong()), coordinate(point.getAffineX()),
                            coordinate(point.getAffineY()), coordinate(((ECPrivateKey) pair.getPrivate()).getS()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String coordinate(BigInteger value) {
        var bytes = value.toByteArray();
        var fixed = new byte[KEY_BYTES];
        var length = Math.min(bytes.length, KEY_BYTES);
        System.arraycopy(bytes, bytes.length - length, fixed, KEY_BYTES - length, length);
        Arrays.fill(bytes, (byte) 0);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
    }

    private static void write(Path file, Map<String, String> secrets) throws IOException {
        var properties = new Properties();
        properties.putAll(secrets);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "Made by infra/up; sessions and pseudonyms depend on it");
        }
    }

    private static Map<String, String> read(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        var secrets = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(name -> secrets.put(name, properties.getProperty(name)));
        return secrets;
    }
}
