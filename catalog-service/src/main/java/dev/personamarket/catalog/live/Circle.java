package dev.personamarket.catalog.live;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import io.netty.channel.EventLoop;

/** The streams of one event loop. All of them live there, so none needs a lock, and one wake-up is enough for all. */
final class Circle {

    private final EventLoop loop;
    private final LiveMeters meters;
    private final Set<LiveStream> streams = new HashSet<>();
    private final AtomicBoolean isWoken = new AtomicBoolean();
    private boolean ended;

    Circle(EventLoop loop, LiveMeters meters) {
        this.loop = loop;
        this.meters = meters;
    }

    /** There is something new. From any thread. */
    void wake() {
        if (isWoken.compareAndSet(false, true)) {
            loop.execute(() -> {
                isWoken.set(false);
                each(LiveStream::write);
            });
        }
    }

    /** A sign of life for all. From any thread. */
    void beat() {
        loop.execute(() -> each(LiveStream::beat));
    }

    /** Ends all streams, and those to come. From any thread. */
    void end() {
        loop.execute(() -> {
            ended = true;
            each(LiveStream::end);
        });
    }

    private void each(Consumer<LiveStream> action) {
        List.copyOf(streams).forEach(action); // some leave meanwhile
    }

    void join(LiveStream stream) {
        if (streams.add(stream)) {
            meters.opened();
        }
        if (ended) {
            stream.end();
        }
    }

    void leave(LiveStream stream) {
        if (streams.remove(stream)) {
            meters.closed();
        }
    }

    void drop(LiveStream stream) {
        if (streams.contains(stream)) {
            meters.dropped();
        }
    }
}
