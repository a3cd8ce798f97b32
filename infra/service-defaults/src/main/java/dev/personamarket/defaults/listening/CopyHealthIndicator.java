package dev.personamarket.defaults.listening;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * Whether this service has heard all that was said before it started: until then its copy of what others own has gaps, and
 * a new database is empty. A service that cannot do without says so by {@code copy} in its readiness group. Once complete
 * it stays so; being a little behind is what copies are.
 */
final class CopyHealthIndicator implements HealthIndicator, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CopyHealthIndicator.class);
    private static final long INTERVAL_MILLIS = 250;

    private final Supplier<Backlog> backlogs;
    private final Set<String> topics;
    private volatile boolean complete;
    private volatile long left = -1;
    private volatile @Nullable Thread thread;

    CopyHealthIndicator(Supplier<Backlog> backlogs, Collection<String> topics) {
        this.backlogs = backlogs;
        this.topics = Set.copyOf(topics);
    }

    @Override
    public Health health() {
        return complete ? Health.up().build() : Health.outOfService().withDetail("left", left).build();
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("copy").start(this::run);
    }

    private void run() {
        try {
            while (!complete) {
                watch();
            }
            LOG.info("All that was said before is known");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks until the copy is complete, or once more after a while when the broker does not tell. */
    private void watch() throws InterruptedException {
        try (var backlog = backlogs.get()) {
            backlog.begin(topics);
            for (left = backlog.left(); left > 0; left = backlog.left()) {
                Thread.sleep(INTERVAL_MILLIS);
            }
            complete = true;
        } catch (ExecutionException | KafkaException e) {
            LOG.warn("How much there is to be heard cannot be found out now: {}", e.getMessage());
            Thread.sleep(INTERVAL_MILLIS);
        }
    }

    @Override
    public void stop() {
        var looking = thread;
        thread = null;
        if (looking != null) {
            looking.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
