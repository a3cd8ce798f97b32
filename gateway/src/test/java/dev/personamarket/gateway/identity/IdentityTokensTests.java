package dev.personamarket.gateway.identity;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;

import dev.personamarket.gateway.session.DiscordAccount;
import dev.personamarket.gateway.session.SignedIn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class IdentityTokensTests {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final DiscordAccount DISCORD = new DiscordAccount("42", "hash", "access", "refresh",
            Set.of("identify"), NOW);

    private final IdentitySettings settings = settings("");
    private final SigningKey key = new SigningKey(settings);
    private final IdentityTokens tokens;

    IdentityTokensTests() throws JOSEException {
        tokens = new IdentityTokens(key, new Roles(settings), InstantSource.fixed(NOW));
    }

    @Test
    void saysWhoIsCallingForAMinute() throws ParseException, JOSEException {
        var person = person("Ada");

        var token = SignedJWT.parse(tokens.of(person));

        assertThat(token.verify(new ECDSAVerifier(key.key().toPublicJWK()))).isTrue();
        assertThat(token.getHeader().getKeyID()).isEqualTo(key.key().getKeyID());
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("marketplace-gateway");
        assertThat(claims.getAudience()).containsExactly("marketplace-services");
        assertThat(claims.getSubject()).isEqualTo(person.id().toString());
        assertThat(claims.getStringClaim("name")).isEqualTo("Ada");
        assertThat(claims.getStringListClaim("roles")).containsExactly("user", "admin");
        assertThat(claims.getExpirationTime().toInstant()).isEqualTo(NOW.plus(Duration.ofMinutes(1)));
    }

    @Test
    void holdsNothingOfDiscords() throws ParseException {
        var payload = SignedJWT.parse(tokens.of(person("Ada"))).getPayload().toString();

        assertThat(payload).doesNotContain("\"42\"", "hash", "access", "cdn.discordapp.com");
    }

    @Test
    void isSignedOnceForManyRequests() {
        var person = person("Ada");

        assertThat(tokens.of(person)).isSameAs(tokens.of(person));
    }

    @Test
    void aNewNameIsANewToken() {
        var person = person("Ada");
        var renamed = new SignedIn(person.id(), "Countess", DISCORD, NOW);

        assertThat(tokens.of(renamed)).isNotEqualTo(tokens.of(person));
    }

    @Test
    void aConfiguredKeyKeepsItsName() throws JOSEException {
        var jwk = new ECKeyGenerator(Curve.P_256).generate().toJSONString();

        assertThat(new SigningKey(settings(jwk)).key().getKeyID())
                .isEqualTo(new SigningKey(settings(jwk)).key().getKeyID());
    }

    @Test
    void aKeyThatCannotSignIsRefusedWithoutBeingQuoted() throws JOSEException {
        var publicHalf = new ECKeyGenerator(Curve.P_256).generate().toPublicJWK().toJSONString();
        var otherCurve = new ECKeyGenerator(Curve.P_384).generate().toJSONString();

        for (var unfit : List.of(publicHalf, otherCurve, "no-jwk-but-a-secret")) {
            assertThatIllegalArgumentException().isThrownBy(() -> new SigningKey(settings(unfit)))
                    .withMessageContaining("IDENTITY_SIGNING_KEY").withMessageNotContaining("secret");
        }
    }

    private static SignedIn person(String name) {
        return new SignedIn(UUID.randomUUID(), name, DISCORD, NOW);
    }

    private static IdentitySettings settings(String jwk) {
        return new IdentitySettings(jwk, Base64.getEncoder().encodeToString(new byte[32]), Set.of("42"));
    }
}
