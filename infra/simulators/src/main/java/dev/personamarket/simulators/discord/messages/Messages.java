package dev.personamarket.simulators.discord.messages;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import dev.personamarket.simulators.BoundedMap;
import dev.personamarket.simulators.Resettable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The last few thousand messages of all channels. */
@Component
public class Messages implements Resettable {

    /** “The past few minutes”, says Discord about how long a nonce is enforced. */
    private static final Duration NONCE_LIFETIME = Duration.ofMinutes(5);
    private static final int CAPACITY = 5_000;

    private final BoundedMap<String, Message> byId = new BoundedMap<>(CAPACITY);

    public Message add(Message message) {
        byId.put(message.id(), message);
        return message;
    }

    public Optional<Message> find(String id) {
        return byId.find(id);
    }

    /** The message that was lately posted with this nonce. */
    synchronized Message addOnce(String nonce, Message message) {
        var since = Instant.now().minus(NONCE_LIFETIME);
        return in(message.channelId()).stream().filter(present -> nonce.equals(present.context().nonce()))
                .filter(present -> present.timestamp().isAfter(since)).findFirst().orElseGet(() -> add(message));
    }

    public Optional<Message> change(String id, UnaryOperator<Message> change) {
        return byId.update(id, change);
    }

    public boolean delete(@Nullable String id) {
        return id != null && byId.take(id).isPresent();
    }

    /** Oldest first. */
    public List<Message> in(String channelId) {
        return all().stream().filter(message -> message.channelId().equals(channelId)).toList();
    }

    public List<Message> all() {
        return byId.values();
    }

    @Override
    public void reset() {
        byId.clear();
    }
}
