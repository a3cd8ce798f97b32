package dev.personamarket.catalog.live;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import dev.personamarket.defaults.listening.Audience;
import dev.personamarket.defaults.listening.Beginning;
import dev.personamarket.defaults.listening.BroadcastProperties;
import dev.personamarket.defaults.listening.Heard;
import dev.personamarket.defaults.problems.Problem;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

/** Where what is heard meets those who listen. */
@Component
class Hub implements Audience<Change> {

    private final LiveProperties properties;
    private final BroadcastProperties broadcasts;
    private final LiveMeters meters;
    private final JsonMapper json;
    private final Map<EventLoop, Circle> circles = new ConcurrentHashMap<>();
    private final Sinks.Empty<Void> caughtUp = Sinks.empty();
    private @Nullable Recent coming; // becomes the current one when it has caught up
    private volatile @Nullable Recent current;
    private volatile boolean closed;

    Hub(LiveProperties properties, BroadcastProperties broadcasts, LiveMeters meters, JsonMapper json) {
        this.properties = properties;
        this.broadcasts = broadcasts;
        this.meters = meters;
        this.json = json;
    }

    @Override
    public void begin(Beginning beginning) {
        coming = new Recent(beginning, broadcasts.window(), broadcasts.maxEvents(), json, System.nanoTime());
        tell(coming);
    }

    @Override
    public void hear(List<Heard<Change>> together) {
        var recent = Objects.requireNonNull(coming, "listening has not begun");
        recent.hear(together, System.nanoTime());
        tell(recent);
    }

    private void tell(Recent recent) {
        if (recent != current && recent.isCaughtUp()) {
            current = recent;
            caughtUp.tryEmitEmpty();
        }
        if (recent == current && !closed) {
            circles.values().forEach(Circle::wake);
        }
    }

    /**
     * Completes once everything was heard that had been sent before this instance began. Fails with a 503 if that takes
     * too long, if there are too many streams, and if this instance stops.
     */
    Mono<Void> ready() {
        if (closed) {
            return Mono.error(this::stopping);
        }
        if (meters.open() >= properties.maxStreams()) {
            return Mono.error(() -> unavailable("too-many-streams", "As many streams are open as there is room for."));
        }
        return current != null
                ? Mono.empty()
                : caughtUp.asMono().timeout(properties.startup(), Mono.error(() -> unavailable("live-not-ready",
                        "What has changed lately is still being read. Try again soon.")));
    }

    private Problem stopping() {
        return unavailable("service-stopping", "This instance stops; another one takes over.");
    }

    private Problem unavailable(String slug, String detail) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, slug, detail).retryAfter(properties.retry());
    }

    /**
     * A stream for the client of this connection, once this is {@link #ready()}.
     *
     * @param personalities that are of interest; all, if empty
     * @param lastId        the id to go on from; from now on, if empty
     */
    Publisher<Publisher<DataBuffer>> open(Set<UUID> personalities, String lastId, Channel channel,
            DataBufferFactory buffers) {
        var greeting = "retry: %d\n".formatted(properties.retry().toMillis());
        var hearing = new Hearing(this::recent, personalities, lastId, greeting);
        return new LiveStream(hearing, channel, buffers, circle(channel.eventLoop()),
                properties.patience().toNanos());
    }

    private Recent recent() {
        return Objects.requireNonNull(current, "not ready");
    }

    private Circle circle(EventLoop loop) {
        var circle = circles.computeIfAbsent(loop, key -> new Circle(key, meters));
        if (closed) {
            circle.end();
        }
        return circle;
    }

    /** A sign of life for everybody. */
    void beat() {
        if (!closed) {
            circles.values().forEach(Circle::beat);
        }
    }

    /** Ends all streams, as streams end. */
    void close() {
        closed = true;
        caughtUp.tryEmitError(stopping());
        circles.values().forEach(Circle::end);
    }
}
