package dev.personamarket.outbox;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Carries the outbox to Kafka, on a thread and a connection of its own. Of all instances that share a database one
 * holds the lock and works; the others wait for it to go. An event is sent at least once: a crash between the broker's
 * acknowledgement and the mark sends it again, under the same id.
 */
final class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration CLEANING_INTERVAL = Duration.ofMinutes(1);

    private final RelayConnections connections;
    private final EventSender sender;
    private final KafkaAdmin topics;
    private final OutboxProperties properties;
    private final Semaphore signal = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private boolean topicsExist;
    private Instant nextCleaning = Instant.EPOCH;

    OutboxRelay(RelayConnections connections, EventSender sender, KafkaAdmin topics, OutboxProperties properties) {
        this.connections = connections;
        this.sender = sender;
        this.topics = topics;
        this.properties = properties;
    }

    /** Tells the relay that something was committed. Costs nothing when it is at work already. */
    void wake() {
        if (signal.availablePermits() == 0) {
            signal.release();
        }
    }

    @Override
    public void start() {
        var relay = Thread.ofPlatform().name("outbox-relay").daemon().unstarted(this::run);
        thread = relay; // before it runs: it looks here whether to go on
        relay.start();
    }

    private void run() {
        while (isRunning()) {
            try (var table = connections.open()) {
                awaitTurn(table);
                while (isRunning()) {
                    relay(table);
                }
            } catch (SQLException e) {
                LOG.warn("The outbox is out of reach and will be tried again: {}", e.getMessage());
                rest(properties.lockInterval());
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException | Error e) { // without the relay nothing leaves this service: it never gives up
                LOG.error("The relay failed and starts again", e);
                rest(properties.lockInterval());
            }
        }
    }

    private void awaitTurn(OutboxTable table) throws SQLException, InterruptedException {
        while (isRunning()) {
            if (table.lock()) {
                LOG.info("This instance relays the outbox");
                return;
            }
            Thread.sleep(properties.lockInterval());
        }
    }

    private void relay(OutboxTable table) throws SQLException, InterruptedException {
        ensureTopics();
        var rows = table.waiting(properties.batchSize());
        var acknowledged = rows.isEmpty() ? rows : sender.send(rows);
        if (!acknowledged.isEmpty()) {
            table.markPublished(acknowledged);
        }
        if (acknowledged.size() < rows.size()) {
            topicsExist = false;
            Thread.sleep(properties.lockInterval());
        } else if (rows.size() < properties.batchSize()) {
            clean(table);
            Thread.sleep(rows.isEmpty() ? Duration.ZERO : properties.gatherInterval());
            awaitWork();
        }
    }

    private void ensureTopics() {
        if (!topicsExist) {
            topicsExist = topics.initialize();
        }
    }

    private void clean(OutboxTable table) throws SQLException {
        if (Instant.now().isAfter(nextCleaning)) {
            table.clean(properties.retention());
            nextCleaning = Instant.now().plus(CLEANING_INTERVAL);
        }
    }

    private void awaitWork() throws InterruptedException {
        if (signal.tryAcquire(properties.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
            signal.drainPermits();
        }
    }

    private void rest(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            wake();
            joinOrInterrupt(running);
        }
    }

    private void joinOrInterrupt(Thread running) {
        try {
            if (!running.join(properties.sendTimeout())) {
                running.interrupt();
            }
        } catch (InterruptedException _) {
            running.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Starts before and stops after whatever takes requests, so that its last events are still carried away. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 4096;
    }
}
