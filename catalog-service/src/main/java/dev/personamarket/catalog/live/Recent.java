package dev.personamarket.catalog.live;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.personamarket.defaults.listening.Beginning;
import dev.personamarket.defaults.listening.Heard;
import dev.personamarket.defaults.listening.Partitions;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was heard lately, in the order of hearing: a chain of ticks that everybody reads at their own pace, and that is
 * forgotten at its old end. One thread hears; reading is open to all.
 */
final class Recent {

    private final Partitions partitions;
    private final Position until;
    private final Duration window;
    private final int maxEvents;
    private final JsonMapper json;
    private volatile Tick last;
    private Tick forgotten;
    private Position complete;
    private int events;

    /** @param maxEvents of them are remembered, and none for longer than the window */
    Recent(Beginning beginning, Duration window, int maxEvents, JsonMapper json, long now) {
        this.partitions = beginning.partitions();
        this.until = Position.of(partitions, beginning.until());
        this.complete = Position.of(partitions, beginning.from());
        this.window = window;
        this.maxEvents = maxEvents;
        this.json = json;
        this.last = new Tick(0, now, List.of(), new byte[0], complete);
        this.forgotten = last;
    }

    /** @param now of {@link System#nanoTime()} */
    void hear(List<Heard<Change>> together, long now) {
        var script = new Script(last.heard(), json).write(together);
        if (script.isEmpty()) {
            last.passOver(script.heard());
        } else {
            append(script.tick(last.number() + 1, now));
        }
        forget(now);
    }

    private synchronized void append(Tick tick) {
        events += tick.events().size();
        last.follow(tick);
        last = tick;
    }

    private synchronized void forget(long now) {
        var oldest = forgotten.next();
        while (oldest != null && (events > maxEvents || now - oldest.heardAt() > window.toNanos())) {
            for (var event : oldest.events()) {
                complete = complete.after(event.partition(), event.offset());
            }
            events -= oldest.events().size();
            forgotten = oldest;
            oldest = oldest.next();
        }
    }

    /** Whether all was heard that had been sent when listening began. */
    boolean isCaughtUp() {
        return last.heard().reaches(until);
    }

    /** The tick that whoever comes now has read. */
    Tick last() {
        return last;
    }

    /** The position that an id stands for; nothing, if it stands for none, or not all is remembered that came since. */
    synchronized @Nullable Position known(String id) {
        return Position.parse(id, partitions).filter(position -> position.reaches(complete)).orElse(null);
    }

    /** The tick before all that is remembered. */
    synchronized Tick beforeAll() {
        return forgotten;
    }

    /** Whether ticks after this one are remembered no more. */
    synchronized boolean hasForgottenAfter(Tick tick) {
        return tick.number() < forgotten.number();
    }
}
