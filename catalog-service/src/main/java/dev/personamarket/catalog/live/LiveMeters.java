package dev.personamarket.catalog.live;

import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.stereotype.Component;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** How many streams are open, and how many were let go. */
@Component
class LiveMeters {

    private final AtomicInteger open = new AtomicInteger();
    private final Counter dropped;

    LiveMeters(MeterRegistry meters) {
        Gauge.builder("live.streams", open, AtomicInteger::get).description("Streams that are open now")
                .register(meters);
        dropped = Counter.builder("live.streams.dropped")
                .description("Streams that were ended because their clients did not read").register(meters);
    }

    int open() {
        return open.get();
    }

    void opened() {
        open.incrementAndGet();
    }

    void closed() {
        open.decrementAndGet();
    }

    void dropped() {
        dropped.increment();
    }
}
