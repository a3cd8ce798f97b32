package dev.personamarket.simulators.discord.bot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import dev.personamarket.simulators.BoundedMap;
import dev.personamarket.simulators.Resettable;
import dev.personamarket.simulators.discord.DiscordSettings;
import org.springframework.stereotype.Component;

/** How often the avatar may change in one guild. Discord gives no figure, only an error that comes as 400. */
@Component
class AvatarLimit implements Resettable {

    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final BoundedMap<String, List<Instant>> changes = new BoundedMap<>(10_000);
    private final int limit;

    AvatarLimit(DiscordSettings settings) {
        this.limit = settings.avatarChanges();
    }

    synchronized boolean allows(String guildId) {
        var now = Instant.now();
        var recent = changes.find(guildId).orElse(List.of()).stream().filter(now.minus(WINDOW)::isBefore).toList();
        if (recent.size() >= limit) {
            return false;
        }
        changes.put(guildId, Stream.concat(recent.stream(), Stream.of(now)).toList());
        return true;
    }

    @Override
    public void reset() {
        changes.clear();
    }
}
