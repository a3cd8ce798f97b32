package dev.personamarket.catalog.live;

import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;

import io.netty.channel.Channel;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;

import static java.util.Objects.requireNonNull;

/**
 * What one client is sent. It holds nothing of its own beside a place in what was heard: whatever the connection takes
 * is read from there, on the connection's event loop, where all of this happens.
 */
final class LiveStream implements Publisher<Publisher<DataBuffer>>, Subscription {

    private static final long LOOK_AGAIN_MILLIS = 100;

    private final Hearing hearing;
    private final Channel channel;
    private final DataBufferFactory buffers;
    private final Circle circle;
    private final long patience;
    private @Nullable Subscriber<? super Publisher<DataBuffer>> client;
    private long demand;
    private long stuckSince;
    private boolean writing;
    private boolean looksAgain;
    private boolean ended;

    /** @param patience in nanoseconds, with a client that does not take what there is */
    LiveStream(Hearing hearing, Channel channel, DataBufferFactory buffers, Circle circle, long patience) {
        this.hearing = hearing;
        this.channel = channel;
        this.buffers = buffers;
        this.circle = circle;
        this.patience = patience;
    }

    @Override
    public void subscribe(Subscriber<? super Publisher<DataBuffer>> subscriber) {
        client = subscriber;
        subscriber.onSubscribe(this);
        onLoop(this::join);
    }

    private void join() {
        if (!ended) {
            circle.join(this);
            write(); // what came before it could be woken
        }
    }

    @Override
    public void request(long more) {
        if (Operators.validate(more)) {
            onLoop(() -> {
                demand = Operators.addCap(demand, more);
                write();
            });
        }
    }

    @Override
    public void cancel() {
        onLoop(this::leave);
    }

    private void onLoop(Runnable action) {
        if (channel.eventLoop().inEventLoop()) {
            action.run();
        } else {
            channel.eventLoop().execute(action);
        }
    }

    /** Sends what there is, as far as the connection takes it. */
    void write() {
        if (writing || ended) {
            return;
        }
        writing = true;
        while (isOpen()) {
            var next = hearing.next();
            if (next == null) {
                break;
            }
            send(next);
        }
        writing = false;
        judge();
    }

    /** Sends a sign of life, unless something else shows that there is any. */
    void beat() {
        write();
        if (isOpen() && !hearing.isBehind()) {
            send(hearing.beat());
        }
    }

    private boolean isOpen() {
        return !ended && demand > 0 && channel.isWritable();
    }

    private void send(byte[] bytes) {
        demand--;
        stuckSince = 0;
        requireNonNull(client).onNext(Mono.just(buffers.wrap(bytes)));
    }

    /** Whoever does not take anything for too long is let go. They come back with the last id that they have read. */
    private void judge() {
        if (ended || !hearing.isBehind()) {
            return;
        }
        var now = System.nanoTime();
        stuckSince = stuckSince == 0 ? now : stuckSince;
        if (now - stuckSince > patience || hearing.isLost()) {
            circle.drop(this);
            leave();
            channel.close();
        } else if (!looksAgain) {
            looksAgain = true;
            channel.eventLoop().schedule(this::lookAgain, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void lookAgain() {
        looksAgain = false;
        write();
    }

    /** Ends it as a stream ends. */
    void end() {
        if (!ended) {
            leave();
            requireNonNull(client).onComplete();
        }
    }

    private void leave() {
        ended = true;
        circle.leave(this);
    }
}
