package dev.personamarket.defaults.listening;

import java.util.List;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.BatchMessageListener;

/** All that has come by now takes effect in one transaction; where that fails, each record by itself. */
final class BatchEventListener implements BatchMessageListener<String, byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(BatchEventListener.class);

    private final EventListener listener;

    BatchEventListener(EventListener listener) {
        this.listener = listener;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> messages) {
        if (messages.size() == 1 || !together(messages)) {
            oneByOne(messages);
        }
    }

    private boolean together(List<ConsumerRecord<String, byte[]>> messages) {
        try {
            listener.await(messages.stream().map(listener::effect).flatMap(Optional::stream).toList());
            return true;
        } catch (RuntimeException e) {
            LOG.debug("{} events cannot take effect together", messages.size(), e);
            return false;
        }
    }

    private void oneByOne(List<ConsumerRecord<String, byte[]>> messages) {
        for (var i = 0; i < messages.size(); i++) {
            try {
                listener.onMessage(messages.get(i));
            } catch (RuntimeException e) {
                throw new BatchListenerFailedException("An event had no effect", e, i);
            }
        }
    }
}
