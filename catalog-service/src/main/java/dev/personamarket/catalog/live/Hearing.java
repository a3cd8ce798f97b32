package dev.personamarket.catalog.live;

import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * How far one client has come in what was heard lately. Goes on where an id says, without a gap and without telling
 * anything twice; where that cannot be, it says so. Used by one thread at a time.
 */
final class Hearing {

    private final Supplier<Recent> news;
    private final Set<UUID> personalities;
    private Recent recent;
    private Tick read;
    private @Nullable Position known; // of elsewhere, until what is read here has come as far
    private byte @Nullable [] first;

    /**
     * @param news          what is heard now; another, when listening has begun anew
     * @param personalities that are of interest; all, if empty
     * @param lastId        the id to go on from; from now on, if empty
     */
    Hearing(Supplier<Recent> news, Set<UUID> personalities, String lastId, String greeting) {
        this.news = news;
        this.personalities = personalities;
        this.recent = news.get();
        this.read = recent.last();
        this.first = bytes(greeting + begin(lastId));
    }

    private String begin(String lastId) {
        if (lastId.isEmpty()) {
            return id(read.heard());
        }
        read = recent.beforeAll(); // before asking, as more may be forgotten meanwhile
        known = recent.known(lastId);
        return known == null ? reset() : id(known);
    }

    /** What comes next, if there is anything yet. */
    byte @Nullable [] next() {
        if (first != null) {
            var greeting = first;
            first = null;
            return greeting;
        }
        if (news.get() != recent) {
            recent = news.get();
            return bytes(reset());
        }
        return unread();
    }

    private byte @Nullable [] unread() {
        for (var tick = read.next(); tick != null; tick = tick.next()) {
            read = tick;
            var bytes = of(tick);
            if (bytes.length > 0) {
                return bytes;
            }
        }
        return null;
    }

    private byte[] of(Tick tick) {
        if (known == null) {
            return personalities.isEmpty() ? tick.bytes() : tick.of(personalities);
        }
        var bytes = tick.after(known, personalities);
        if (tick.heard().reaches(known)) {
            known = null;
        }
        return bytes;
    }

    /**
     * A sign of life, for whoever has read all: an id without an event. An id that is still ahead of all that is heard
     * here was given out by nobody, or by a Kafka that has lost its end.
     */
    byte[] beat() {
        if (known != null && !read.heard().reaches(known)) {
            return bytes(reset());
        }
        known = null;
        return bytes(id(read.heard()));
    }

    boolean isBehind() {
        return first != null || news.get() != recent || read.next() != null;
    }

    /** Whether something that was not read yet is remembered no more. */
    boolean isLost() {
        return recent.hasForgottenAfter(read);
    }

    private String reset() {
        known = null;
        read = recent.last();
        return "event: reset\ndata: {}\n" + id(read.heard());
    }

    private static String id(Position position) {
        return "id: " + position + "\n\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
