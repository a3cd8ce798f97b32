package dev.personamarket.gateway.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

import org.springframework.stereotype.Component;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import reactor.core.publisher.Mono;

/**
 * What only one gateway may do at a time. A lock is a key with a token that only its holder knows, and it ends by itself:
 * so a holder who died keeps nobody out for long, and one who was too slow does not let go of somebody else's
 * (<a href="https://redis.io/docs/latest/commands/set/#patterns">the pattern in Redis' documentation</a>).
 */
@Component
public class Locks {

    private static final String LET_GO = """
            if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end""";

    private final Redis redis;

    Locks(Redis redis) {
        this.redis = redis;
    }

    /**
     * Does the work under the lock; empty at once, and nothing done, while somebody else holds it.
     *
     * @param lease longer than the work may take
     */
    public <T> Mono<T> holding(String name, Duration lease, Mono<T> work) {
        return Mono.usingWhen(Mono.defer(() -> take(name, lease)), _ -> work, token -> letGo(name, token));
    }

    private Mono<byte[]> take(String name, Duration lease) {
        var token = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        return redis.call(commands -> commands.set(key(name), token, new SetArgs().nx().px(lease))).map(_ -> token);
    }

    /** When that fails the lease runs out. */
    private Mono<Void> letGo(String name, byte[] token) {
        return redis.call(commands -> commands
                .<Long>eval(LET_GO, ScriptOutputType.INTEGER, new String[]{key(name)}, token).next())
                .onErrorComplete().then();
    }

    private static String key(String name) {
        return "lock:" + name;
    }
}
