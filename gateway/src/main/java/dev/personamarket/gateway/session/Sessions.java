package dev.personamarket.gateway.session;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;

import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import dev.personamarket.gateway.problems.Problem;
import dev.personamarket.gateway.redis.Redis;
import dev.personamarket.sealing.Seal;
import io.lettuce.core.GetExArgs;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.reactive.RedisReactiveCommands;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sessions, in Redis: one sealed JSON record each, under the digest of its id, so that who reads Redis learns neither who is
 * signed in nor a cookie to come in with. Reading one also keeps it alive, in one round trip. While Redis is away everything
 * here fails with 503.
 */
@Component
public class Sessions {

    private static final String PURPOSE = "session.v1"; // another record, another version
    private static final String LOADED = Sessions.class.getName() + ".loaded";
    private static final int ID_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Redis redis;
    private final Seal seal;
    private final SessionCookies cookies;
    private final CsrfTokens csrf;
    private final SessionSettings settings;
    private final JsonMapper json;
    private final InstantSource clock;

    Sessions(Redis redis, Seal seal, SessionCookies cookies, CsrfTokens csrf, SessionSettings settings, JsonMapper json,
            InstantSource clock) {
        this.redis = redis;
        this.seal = seal;
        this.cookies = cookies;
        this.csrf = csrf;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /** Who is signed in here; empty for a visitor. Asked for more than once, it is looked up once. */
    public Mono<SignedIn> current(ServerWebExchange exchange) {
        Mono<SignedIn> loaded = exchange.getAttribute(LOADED);
        if (loaded == null) {
            loaded = cookies.session(exchange).map(id -> load(exchange, id)).orElseGet(Mono::empty).cache();
            exchange.getAttributes().put(LOADED, loaded);
        }
        return loaded;
    }

    /** Signs somebody in under a new id; a session that was there before ends. */
    public Mono<Void> open(ServerWebExchange exchange, SignedIn person) {
        var id = newId();
        return delete(exchange).then(store(id, person, new SetArgs().ex(settings.idle())))
                .doOnSuccess(_ -> cookies.set(exchange, id, csrf.of(id)));
    }

    /** Keeps a change of who is signed in here; a session that ended meanwhile stays ended. */
    public Mono<Void> update(ServerWebExchange exchange, SignedIn person) {
        return Mono.justOrEmpty(cookies.session(exchange))
                .flatMap(id -> store(id, person, new SetArgs().xx().keepttl()));
    }

    /** Ends the session, if there is one. */
    public Mono<Void> close(ServerWebExchange exchange) {
        return delete(exchange).doOnSuccess(_ -> {
            if (cookies.session(exchange).isPresent()) {
                cookies.clear(exchange);
            }
        });
    }

    private Mono<SignedIn> load(ServerWebExchange exchange, String id) {
        return call(commands -> commands.getex(key(id), new GetExArgs().ex(settings.idle())))
                .flatMap(stored -> Mono.justOrEmpty(read(stored)))
                .switchIfEmpty(Mono.fromRunnable(() -> cookies.clear(exchange)));
    }

    private Mono<Void> store(String id, SignedIn person, SetArgs how) {
        var sealed = seal.seal(PURPOSE, json.writeValueAsString(person)).getBytes(StandardCharsets.UTF_8);
        return call(commands -> commands.set(key(id), sealed, how)).then();
    }

    private Mono<Void> delete(ServerWebExchange exchange) {
        return Mono.justOrEmpty(cookies.session(exchange)).flatMap(id -> call(commands -> commands.del(key(id))))
                .then();
    }

    private Optional<SignedIn> read(byte[] stored) {
        return seal.open(PURPOSE, new String(stored, StandardCharsets.UTF_8))
                .map(plain -> json.readValue(plain, SignedIn.class))
                .filter(person -> clock.instant().isBefore(person.since().plus(settings.longest())));
    }

    private <T> Mono<T> call(Function<RedisReactiveCommands<String, byte[]>, Mono<T>> command) {
        return redis.call(command).onErrorMap(_ -> Problem.unavailable("sessions-unavailable",
                "Sessions cannot be read for the moment. Without the session cookie the public pages go on working.",
                Duration.ofSeconds(2)));
    }

    private static String key(String id) {
        return "session:" + Seal.digest(id);
    }

    private String newId() {
        var id = new byte[ID_BYTES];
        random.nextBytes(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }
}
