package dev.personamarket.simulators.discord.guilds;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;

import dev.personamarket.simulators.Resettable;
import org.springframework.stereotype.Component;

/** Where the bot is, by guild id. */
@Component
public class Installations implements Resettable {

    private final Map<String, Installation> byGuild = new ConcurrentSkipListMap<>();

    /** Adds the bot; when it is there already only its permissions change. */
    public void install(String guildId, long permissions) {
        byGuild.merge(guildId, Installation.fresh(guildId, permissions),
                (present, fresh) -> present.withPermissions(fresh.permissions()));
    }

    public void remove(String guildId) {
        byGuild.remove(guildId);
    }

    public Optional<Installation> find(String guildId) {
        return Optional.ofNullable(byGuild.get(guildId));
    }

    public boolean contains(String guildId) {
        return byGuild.containsKey(guildId);
    }

    public Optional<Installation> change(String guildId, UnaryOperator<Installation> change) {
        return Optional.ofNullable(byGuild.computeIfPresent(guildId, (_, present) -> change.apply(present)));
    }

    /** In the order of the guild ids. */
    public List<Installation> all() {
        return List.copyOf(byGuild.values());
    }

    @Override
    public void reset() {
        byGuild.clear();
    }
}
