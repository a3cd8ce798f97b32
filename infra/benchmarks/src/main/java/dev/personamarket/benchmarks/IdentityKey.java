package dev.personamarket.benchmarks;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/** The gateway's key, with which a benchmark speaks to a service as the gateway does. */
record IdentityKey(ECKey key) {

    private static final Duration LIFE = Duration.ofHours(1); // longer than any benchmark

    static IdentityKey of(String jwk) {
        try {
            return new IdentityKey(ECKey.parse(jwk));
        } catch (ParseException e) {
            throw new IllegalArgumentException("IDENTITY_SIGNING_KEY is no EC key as a JWK", e);
        }
    }

    /** The value of the header {@code Authorization} that says who calls. */
    String authorization(UUID user) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder().issuer("marketplace-gateway").audience("marketplace-services")
                .subject(user.toString()).claim("name", "Somebody").claim("roles", List.of("user"))
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plus(LIFE))).build();
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.computeThumbprint().toString()).build();
            var token = new SignedJWT(header, claims);
            token.sign(new ECDSASigner(key));
            return "Bearer " + token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
