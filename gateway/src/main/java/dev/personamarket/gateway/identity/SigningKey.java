package dev.personamarket.gateway.identity;

import java.text.ParseException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

/** The key that identities are signed with; named by its thumbprint (RFC 7638). */
@Component
class SigningKey {

    private static final Logger log = LoggerFactory.getLogger(SigningKey.class);

    private final ECKey key;

    SigningKey(IdentitySettings settings) {
        key = settings.signingKey().isBlank() ? generated() : named(settings.signingKey());
    }

    ECKey key() {
        return key;
    }

    private static ECKey generated() {
        log.warn("No IDENTITY_SIGNING_KEY: one was made up for this process, a second gateway would not share it");
        try {
            return named(new ECKeyGenerator(Curve.P_256).generate().toJSONString());
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static ECKey named(String jwk) {
        try {
            var key = ECKey.parse(jwk);
            if (!key.isPrivate() || !Curve.P_256.equals(key.getCurve())) {
                throw new IllegalArgumentException("IDENTITY_SIGNING_KEY must be a private key on the curve P-256");
            }
            return new ECKey.Builder(key).keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint().build();
        } catch (ParseException | JOSEException unreadable) {
            throw new IllegalArgumentException("IDENTITY_SIGNING_KEY is no EC key as a JWK"); // and not its text
        }
    }
}
