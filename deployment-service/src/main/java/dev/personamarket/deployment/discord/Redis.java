package dev.personamarket.deployment.discord;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import reactor.core.publisher.Mono;

/** One connection, made without blocking when it is first needed, kept, and made again when it breaks. */
@Component
class Redis implements DisposableBean {

    private static final Duration EVER = Duration.ofMillis(Long.MAX_VALUE);
    /** Instead of up to half a minute: who comes back is found within a second. */
    private static final Delay RECONNECTING = Delay.fullJitter(Duration.ofMillis(10), Duration.ofSeconds(1), 10,
            TimeUnit.MILLISECONDS);
    private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(new StringCodec(StandardCharsets.UTF_8),
            ByteArrayCodec.INSTANCE);

    private final ClientResources resources = ClientResources.builder().reconnectDelay(RECONNECTING).build();
    private final RedisClient client = RedisClient.create(resources);
    private final Mono<StatefulRedisConnection<String, byte[]>> connection;

    Redis(@Value("${marketplace.redis-url}") String url) {
        client.setOptions(ClientOptions.builder().disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder().connectTimeout(Duration.ofSeconds(1)).keepAlive(true).build())
                .build());
        connection = Mono.fromCompletionStage(() -> client.connectAsync(CODEC, RedisURI.create(url)))
                .cache(_ -> EVER, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    Mono<StatefulRedisConnection<String, byte[]>> connection() {
        return connection;
    }

    @Override
    public void destroy() {
        client.shutdown();
        resources.shutdown();
    }
}
