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
import dev.personamarket.gateway.redis.Locks;
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

    /** What is done {@link #alone} has to be done by then. */
    public static final Duration LEASE = Duration.ofSeconds(8);

    private static final String PURPOSE = "session.v2"; // another record, another version
    private static final String LOADED = Sessions.class.getName() + ".loaded";
    private static final int ID_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Redis redis;
    private final Locks locks;
    private final Seal seal;
    private final SessionCookies cookies;
    private final CsrfTokens csrf;
    private final SessionSettings settings;
    private final JsonMapper json;
    private final InstantSource clock;

    Sessions(Redis redis, Locks locks, Seal seal, SessionCookies cookies, CsrfTokens csrf, SessionSettings settings,
            JsonMapper json,
            InstantSource clock) {
        this.redis = redis;
        this.locks = locks;
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
        return delete(exchange).then(store(id, person, new SetArgs().ex(settings.idle()))).then()
                .doOnSuccess(_ -> cookies.set(exchange, id, csrf.of(id)));
    }

    /** Who is signed in here as it is stored at this moment, perhaps by another gateway; empty when the session has ended. */
    public Mono<SignedIn> latest(ServerWebExchange exchange) {
        return Mono.justOrEmpty(cookies.session(exchange)).flatMap(id -> call(commands -> commands.get(key(id))))
                .flatMap(stored -> Mono.justOrEmpty(read(stored)));
    }

    /** Keeps a change of who is signed in here; false when the session ended meanwhile, and it stays ended. */
    public Mono<Boolean> update(ServerWebExchange exchange, SignedIn person) {
        return Mono.justOrEmpty(cookies.session(exchange))
                .flatMap(id -> store(id, person, new SetArgs().xx().keepttl())).hasElement();
    }

    /** Does what only one request of this session may do at a time, on whatever gateway; empty when another one does. */
    public <T> Mono<T> alone(ServerWebExchange exchange, Mono<T> work) {
        return Mono.justOrEmpty(cookies.session(exchange)).flatMap(id -> locks.holding(key(id), LEASE, work))
                .onErrorMap(error -> !(error instanceof Problem), _ -> away());
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

    /** Empty when that is not possible in this way. */
    private Mono<String> store(String id, SignedIn person, SetArgs how) {
        var sealed = seal.seal(PURPOSE, json.writeValueAsString(person)).getBytes(StandardCharsets.UTF_8);
        return call(commands -> commands.set(key(id), sealed, how));
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
        return redis.call(command).onErrorMap(_ -> away());
    }

    private static Problem away() {
        return Problem.unavailable("sessions-unavailable",
                "Sessions cannot be read for the moment. Without the session cookie the public pages go on working.",
                Duration.ofSeconds(2));
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
