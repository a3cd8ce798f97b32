package dev.personamarket.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.sun.net.httpserver.HttpServer;

/** Stands in for the gateway as the issuer of identity tokens, with keys and a key set of its own. */
public final class TestIdentity {

    private static final Lazy<TestIdentity> RUNNING = new Lazy<>(TestIdentity::new);
    private static final int LIFETIME_SECONDS = 3_600;

    private final ECKey key = newKey();
    private final URI jwksUri = serve(new JWKSet(key.toPublicJWK()).toString());

    private TestIdentity() {}

    static TestIdentity running() {
        return RUNNING.get();
    }

    URI jwksUri() {
        return jwksUri;
    }

    /** A user of this name; the same name is the same user. */
    public TestCaller user(String name) {
        return caller(name, key, LIFETIME_SECONDS, List.of("user"));
    }

    /** An admin of this name. */
    public TestCaller admin(String name) {
        return caller(name, key, LIFETIME_SECONDS, List.of("user", "admin"));
    }

    /** An admin whose token ended a minute ago. */
    public TestCaller expired(String name) {
        return caller(name, key, -60, List.of("user", "admin"));
    }

    /** Somebody who signs tokens with a key of their own, under the id of the real one. */
    public TestCaller forged(String name) {
        return caller(name, newKey(), LIFETIME_SECONDS, List.of("user", "admin"));
    }

    private TestCaller caller(String name, ECKey signingKey, int lifetime, List<String> roles) {
        var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        var expiry = Instant.now().plusSeconds(lifetime);
        var claims = JwtClaimsSet.builder().issuer("marketplace-gateway").audience(List.of("marketplace-services"))
                .subject(id.toString()).claim("name", name).claim("roles", roles)
                .issuedAt(expiry.minusSeconds(LIFETIME_SECONDS)).expiresAt(expiry).build();
        var header = JwsHeader.with(SignatureAlgorithm.ES256).keyId(signingKey.getKeyID()).build();
        var token = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(signingKey)))
                .encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
        return new TestCaller(id, name, token);
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URI serve(String keys) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/jwks.json", exchange -> {
                var body = keys.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return URI.create("http://localhost:%d/jwks.json".formatted(server.getAddress().getPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
