package dev.personamarket.catalog.live;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What was heard together, written once for everybody, and what came after it. One thread writes, all read. */
final class Tick {

    private final long number;
    private final long heardAt;
    private final List<Event> events;
    private final byte[] bytes;
    private volatile Position heard;
    private volatile @Nullable Tick next;

    /**
     * @param number  grows from tick to tick
     * @param heardAt of {@link System#nanoTime()}
     * @param heard   all that was heard up to its end
     */
    Tick(long number, long heardAt, List<Event> events, byte[] bytes, Position heard) {
        this.number = number;
        this.heardAt = heardAt;
        this.events = List.copyOf(events);
        this.bytes = bytes;
        this.heard = heard;
    }

    long number() {
        return number;
    }

    long heardAt() {
        return heardAt;
    }

    List<Event> events() {
        return events;
    }

    /** Whoever has read this tick has heard all this, and nothing of the next tick. */
    Position heard() {
        return heard;
    }

    /** Notes records that tell of nothing. Only the last tick may still do so. */
    void passOver(Position more) {
        heard = more;
    }

    @Nullable
    Tick next() {
        return next;
    }

    void follow(Tick following) {
        next = following;
    }

    /** All of it: the same array for everybody, not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    /** What it tells of these personalities. */
    byte[] of(Set<UUID> personalities) {
        var some = new ByteArrayOutputStream();
        events.stream().filter(event -> personalities.contains(event.personality()))
                .forEach(event -> some.write(bytes, event.begin(), event.end() - event.begin()));
        return some.toByteArray();
    }

    /**
     * What is new in it to somebody who has heard so much elsewhere, where things came in another order. Its ids are
     * theirs: what they had, and what they read since.
     *
     * @param personalities all, if empty
     */
    byte[] after(Position known, Set<UUID> personalities) {
        var some = new ByteArrayOutputStream();
        events.stream().filter(event -> !known.has(event.partition(), event.offset()))
                .filter(event -> personalities.isEmpty() || personalities.contains(event.personality()))
                .forEach(event -> {
                    some.writeBytes("id: %s\n".formatted(known.with(event.heard())).getBytes(UTF_8));
                    some.write(bytes, event.body(), event.end() - event.body());
                });
        return some.toByteArray();
    }
}
