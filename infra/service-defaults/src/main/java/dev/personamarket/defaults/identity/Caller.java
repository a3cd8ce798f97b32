package dev.personamarket.defaults.identity;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

import reactor.core.publisher.Mono;

/**
 * The signed-in user of a request; a controller asks for one by a parameter of this type, or of
 * {@code Optional<Caller>} where anybody may call.
 *
 * @param id      the pseudonym by which this system knows the user
 * @param name    as shown to others
 * @param picture an address of a picture
 * @param roles   {@code user}, and perhaps {@code admin}
 */
public record Caller(UUID id, String name, @Nullable String picture, Set<String> roles) {

    /** The user of the request that is being handled; empty when nobody is signed in. */
    public static Mono<Caller> signedIn() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(security -> security.getAuthentication())
                .ofType(JwtAuthenticationToken.class).map(token -> from(token.getToken()));
    }

    private static Caller from(Jwt token) {
        return new Caller(UUID.fromString(token.getSubject()),
                Objects.requireNonNullElse(token.getClaimAsString("name"), "Somebody"),
                token.getClaimAsString("picture"),
                Set.copyOf(Objects.requireNonNullElse(token.getClaimAsStringList("roles"), List.of())));
    }

    public boolean isAdmin() {
        return roles.contains("admin");
    }
}
