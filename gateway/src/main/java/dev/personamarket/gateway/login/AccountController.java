package dev.personamarket.gateway.login;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import dev.personamarket.gateway.identity.Roles;
import dev.personamarket.gateway.problems.Problem;
import dev.personamarket.gateway.session.Sessions;
import dev.personamarket.gateway.session.SignedIn;
import reactor.core.publisher.Mono;

/** The one who is signed in: who it is, and the way out. */
@RestController
class AccountController {

    /** @param id the pseudonym under which the marketplace knows them, not Discord's id */
    record Account(UUID id, String name, @Nullable String avatarUrl, List<String> roles) {}

    private final Sessions sessions;
    private final DiscordTokens discord;
    private final Roles roles;

    AccountController(Sessions sessions, DiscordTokens discord, Roles roles) {
        this.sessions = sessions;
        this.discord = discord;
        this.roles = roles;
    }

    @GetMapping("/api/auth/me")
    Mono<ResponseEntity<Account>> me(ServerWebExchange exchange) {
        return sessions.current(exchange)
                .map(person -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(account(person)))
                .switchIfEmpty(Mono.error(() -> Problem.of(HttpStatus.UNAUTHORIZED, "sign-in-needed",
                        "Nobody is signed in here.")));
    }

    @PostMapping("/api/auth/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> logout(ServerWebExchange exchange) {
        return sessions.current(exchange)
                .flatMap(person -> sessions.close(exchange).then(discord.revoke(person.discord())));
    }

    private Account account(SignedIn person) {
        return new Account(person.id(), person.name(), person.discord().avatarUrl().orElse(null), roles.of(person));
    }
}
