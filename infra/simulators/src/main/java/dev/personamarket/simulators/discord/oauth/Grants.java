package dev.personamarket.simulators.discord.oauth;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

import dev.personamarket.simulators.BoundedMap;
import dev.personamarket.simulators.Resettable;
import dev.personamarket.simulators.discord.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Codes and tokens, and the grants behind them. */
@Component
public class Grants implements Resettable {

    static final Duration TOKEN_LIFETIME = Duration.ofDays(7);
    private static final Duration CODE_LIFETIME = Duration.ofMinutes(1);
    private static final int CAPACITY = 20_000;

    private final SecureRandom random = new SecureRandom();
    private final BoundedMap<String, Code> codes = new BoundedMap<>(CAPACITY);
    private final BoundedMap<String, AccessToken> accessTokens = new BoundedMap<>(CAPACITY);
    private final BoundedMap<String, Grant> refreshTokens = new BoundedMap<>(CAPACITY);
    private final BoundedMap<String, Grant> consents = new BoundedMap<>(CAPACITY);

    /** A code that can be used once within a minute. */
    public String issueCode(Grant grant, @Nullable String redirectUri, @Nullable String codeChallenge) {
        String code = secret(22);
        codes.put(code, new Code(grant, redirectUri, codeChallenge, Instant.now().plus(CODE_LIFETIME)));
        consents.put(grant.person().id(), grant);
        return code;
    }

    Optional<Code> takeCode(String code) {
        return codes.take(code).filter(found -> Instant.now().isBefore(found.expiresAt()));
    }

    /** A pair of new tokens. */
    public TokenPair issueTokens(Grant grant) {
        var pair = new TokenPair(issueAccessToken(grant), secret(22));
        refreshTokens.put(pair.refreshToken(), grant);
        return pair;
    }

    String issueAccessToken(Grant grant) {
        String token = secret(22);
        accessTokens.put(token, new AccessToken(grant, Instant.now().plus(TOKEN_LIFETIME)));
        return token;
    }

    /** Each refresh token works once. */
    Optional<Grant> takeRefreshToken(String token) {
        return refreshTokens.take(token);
    }

    Optional<AccessToken> findAccessToken(String token) {
        return accessTokens.find(token).filter(found -> Instant.now().isBefore(found.expiresAt()));
    }

    /** Whether the person allowed all of these before, so that {@code prompt=none} need not ask again. */
    boolean covers(Person person, Set<String> scopes) {
        return consents.find(person.id()).filter(grant -> grant.scopes().containsAll(scopes)).isPresent();
    }

    /** Ends the whole authorisation that the token belongs to: all tokens of that person, as Discord does. */
    void revoke(String token) {
        findAccessToken(token).map(AccessToken::grant).or(() -> refreshTokens.find(token))
                .ifPresent(grant -> revokeAll(grant.person()));
    }

    /** What happens too when a person removes the application from the account. */
    public void revokeAll(Person person) {
        accessTokens.removeIf(token -> token.grant().person().equals(person));
        refreshTokens.removeIf(grant -> grant.person().equals(person));
        codes.removeIf(code -> code.grant().person().equals(person));
        consents.take(person.id());
    }

    @Override
    public void reset() {
        codes.clear();
        accessTokens.clear();
        refreshTokens.clear();
        consents.clear();
    }

    private String secret(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    record Code(Grant grant, @Nullable String redirectUri, @Nullable String challenge, Instant expiresAt) {}

    record AccessToken(Grant grant, Instant expiresAt) {}

    /** What a token answer hands out. */
    public record TokenPair(String accessToken, String refreshToken) {}
}
