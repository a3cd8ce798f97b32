package dev.personamarket.gateway.login;

import java.time.Duration;

import org.springframework.stereotype.Component;

import dev.personamarket.gateway.redis.Redis;
import dev.personamarket.sealing.Seal;
import io.lettuce.core.SetArgs;
import reactor.core.publisher.Mono;

/** Each attempt is answered once, whichever gateway hears of it and however many answers come at once. */
@Component
class AnsweredAttempts {

    private static final byte[] YES = {1};

    private final Redis redis;

    AnsweredAttempts(Redis redis) {
        this.redis = redis;
    }

    /**
     * Whether this is the first answer.
     *
     * @param life how long that is remembered
     */
    Mono<Boolean> first(String state, Duration life) {
        return redis.call(commands -> commands.set(key(state), YES, new SetArgs().nx().ex(life))).hasElement()
                .onErrorMap(_ -> new LoginRefused(LoginOutcome.UNAVAILABLE));
    }

    Mono<Boolean> contains(String state) {
        return redis.call(commands -> commands.exists(key(state))).map(found -> found > 0)
                .onErrorMap(_ -> new LoginRefused(LoginOutcome.UNAVAILABLE));
    }

    private static String key(String state) {
        return "login:" + Seal.digest(state);
    }
}
