package dev.personamarket.catalog.samples;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Sees that the samples are there before the service says that it is ready, so that nobody meets half a catalogue. */
@Component("samplesHealthIndicator")
class Opening implements ApplicationRunner, ReactiveHealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
    private static final Retry PATIENCE = Retry.backoff(5, Duration.ofSeconds(1));

    private final SampleLoader loader;
    private final SamplesProperties properties;
    private volatile boolean open;

    Opening(SampleLoader loader, SamplesProperties properties) {
        this.loader = loader;
        this.properties = properties;
        this.open = !properties.enabled();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (properties.enabled()) {
            loader.load().retryWhen(PATIENCE).doFinally(_ -> open = true).subscribe(this::loaded, this::failed);
        }
    }

    private void loaded(long count) {
        if (count > 0) {
            LOG.info("The catalogue was empty and now has {} sample personalities", count);
        }
    }

    private void failed(Throwable error) {
        LOG.error("The catalogue opens without samples", error);
    }

    @Override
    public Mono<Health> health() {
        return Mono.fromSupplier(() -> (open ? Health.up() : Health.outOfService()).build());
    }
}
