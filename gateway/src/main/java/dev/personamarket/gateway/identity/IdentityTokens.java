package dev.personamarket.gateway.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import dev.personamarket.gateway.session.SignedIn;

/**
 * Makes the token that tells a service who is calling: ES256, 60 s. It is used again for 40 s, which spares the
 * signature on most requests and leaves each receiver 20 s. The person's picture stays out of it: its address holds the Discord id.
 */
@Component
class IdentityTokens {

    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final Duration USE = Duration.ofSeconds(40);
    private static final int KEPT = 10_000;

    private record Identity(UUID id, String name, List<String> roles) {}

    private final Cache<Identity, String> tokens;
    private final Roles roles;
    private final JWSSigner signer;
    private final JWSHeader header;
    private final InstantSource clock;

    IdentityTokens(SigningKey signingKey, Roles roles, InstantSource clock) throws JOSEException {
        this.roles = roles;
        this.clock = clock;
        signer = new ECDSASigner(signingKey.key());
        header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(JOSEObjectType.JWT).keyID(signingKey.key().getKeyID())
                .build();
        tokens = Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(USE).build();
    }

    String of(SignedIn person) {
        return tokens.get(new Identity(person.id(), person.name(), roles.of(person)), this::sign);
    }

    private String sign(Identity identity) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder().issuer("marketplace-gateway").audience("marketplace-services")
                .subject(identity.id().toString()).claim("name", identity.name()).claim("roles", identity.roles())
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plus(LIFE))).build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(signer);
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
        return token.serialize();
    }
}
