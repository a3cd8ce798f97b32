package dev.personamarket.defaults.listening;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;

/**
 * Keeps listening to broadcasts from the application's start to its end: on partitions of its own choice, from a while
 * back. It begins anew when a topic appears or gets more partitions, and when listening broke off.
 */
public final class BroadcastListener<T> implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BroadcastListener.class);

    private final Map<String, Broadcast<T>> broadcasts;
    private final Audience<T> audience;
    private final Broadcasts recipe;
    private volatile @Nullable Thread thread;
    private @Nullable KafkaMessageListenerContainer<String, byte[]> container;
    private @Nullable Partitions heard;

    BroadcastListener(List<Broadcast<T>> broadcasts, Audience<T> audience, Broadcasts recipe) {
        this.broadcasts = broadcasts.stream().collect(Collectors.toMap(Broadcast::topic, Function.identity()));
        this.audience = audience;
        this.recipe = recipe;
    }

    @Override
    public void start() {
        var listening = Thread.ofPlatform().name("broadcasts").daemon().unstarted(this::run);
        thread = listening; // before it runs: it looks here whether to go on
        listening.start();
    }

    private void run() {
        while (isRunning()) {
            try (var survey = recipe.survey(broadcasts.keySet())) {
                keepListening(survey);
            } catch (ExecutionException | RuntimeException e) {
                LOG.warn("Broadcasts are out of reach and will be tried again: {}", e.getMessage());
                rest();
            } catch (InterruptedException _) {
                break;
            }
        }
        stopListening();
    }

    private void keepListening(Survey survey) throws ExecutionException, InterruptedException {
        while (isRunning()) {
            var partitions = survey.partitions();
            if (isNews(partitions)) {
                listen(survey.beginning(partitions));
            }
            Thread.sleep(recipe.properties().interval());
        }
    }

    private void rest() {
        try {
            Thread.sleep(recipe.properties().interval());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** A topic that was there is not believed to be gone: a broker that has just started may not know it yet. */
    private boolean isNews(Partitions partitions) {
        return heard == null || partitions.topics().containsAll(heard.topics())
                && (!partitions.equals(heard) || container != null && !container.isRunning());
    }

    private void listen(Beginning beginning) {
        stopListening();
        audience.begin(beginning);
        heard = beginning.partitions();
        LOG.info("Listening to {} partitions of {}", heard.size(), heard.topics());
        if (heard.size() > 0) {
            container = recipe.container(beginning, broadcasts, audience);
            container.start();
        }
    }

    private void stopListening() {
        if (container != null) {
            container.stop();
            container = null;
        }
    }

    @Override
    public void stop() {
        var listening = thread;
        thread = null;
        if (listening != null) {
            listening.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
