package dev.personamarket.simulators.discord.limits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import dev.personamarket.simulators.BoundedMap;
import dev.personamarket.simulators.Resettable;
import org.springframework.stereotype.Component;

/** Counts requests in fixed windows, one count for each key. */
@Component
class Buckets implements Resettable {

    private final BoundedMap<String, Window> windows = new BoundedMap<>(20_000);
    private final Clock clock = Clock.systemUTC();

    /** Counts one request, unless the window is full. */
    synchronized Verdict take(String key, int limit, Duration per) {
        var now = clock.instant();
        var window = windows.find(key).filter(found -> now.isBefore(found.end()))
                .orElseGet(() -> new Window(now.plus(per), 0));
        boolean allowed = window.count() < limit;
        int count = allowed ? window.count() + 1 : window.count();
        windows.put(key, new Window(window.end(), count));
        return new Verdict(allowed, limit, limit - count, window.end(), Duration.between(now, window.end()));
    }

    @Override
    public void reset() {
        windows.clear();
    }

    private record Window(Instant end, int count) {}

    record Verdict(boolean allowed, int limit, int remaining, Instant resetAt, Duration resetAfter) {}
}
