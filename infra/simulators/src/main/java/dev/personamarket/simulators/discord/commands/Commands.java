package dev.personamarket.simulators.discord.commands;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import dev.personamarket.simulators.Resettable;
import dev.personamarket.simulators.discord.DiscordException;
import dev.personamarket.simulators.discord.Snowflakes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The registered commands: global ones (guild id null) and each guild's own. */
@Component
public class Commands implements Resettable {

    private static final Map<Integer, Integer> LIMITS = Map.of(Command.CHAT_INPUT, 100, Command.USER, 15,
            Command.MESSAGE, 15);
    private static final int DAILY_CREATES = 200;

    private final Map<@Nullable String, List<Command>> byGuild = new HashMap<>();
    private final Map<@Nullable String, Integer> createdToday = new HashMap<>();
    private LocalDate today = LocalDate.now(ZoneOffset.UTC);

    public synchronized List<Command> in(@Nullable String guildId) {
        return List.copyOf(byGuild.getOrDefault(guildId, List.of()));
    }

    /** A command that people in the guild can use; its own come before global ones. */
    public Optional<Command> usableIn(String guildId, String name) {
        Predicate<Command> wanted = command -> command.type() == Command.CHAT_INPUT && command.name().equals(name);
        return in(guildId).stream().filter(wanted).findFirst()
                .or(() -> in(null).stream().filter(wanted).findFirst());
    }

    Optional<Command> find(@Nullable String guildId, String id) {
        return in(guildId).stream().filter(command -> command.id().equals(id)).findFirst();
    }

    /** In place of all that were there; those of an old name keep their id. */
    synchronized List<Command> replaceAll(@Nullable String guildId, List<JsonNode> definitions) {
        var replaced = definitions.stream().map(definition -> Command.of(
                present(guildId, definition).map(Command::id).orElseGet(Snowflakes::next), guildId, definition))
                .toList();
        requireRoom(replaced);
        count(guildId, (int) definitions.stream().filter(definition -> present(guildId, definition).isEmpty()).count());
        byGuild.put(guildId, replaced);
        return replaced;
    }

    /** Adds one, or overwrites the one of the same name and type. */
    synchronized Upserted upsert(@Nullable String guildId, JsonNode definition) {
        var present = present(guildId, definition);
        var command = Command.of(present.map(Command::id).orElseGet(Snowflakes::next), guildId, definition);
        var all = new ArrayList<>(in(guildId));
        present.ifPresent(all::remove);
        all.add(command);
        requireRoom(all);
        count(guildId, present.isPresent() ? 0 : 1);
        byGuild.put(guildId, all);
        return new Upserted(command, present.isEmpty());
    }

    synchronized boolean remove(@Nullable String guildId, String id) {
        var all = new ArrayList<>(in(guildId));
        boolean removed = all.removeIf(command -> command.id().equals(id));
        byGuild.put(guildId, all);
        return removed;
    }

    synchronized Command change(Command command, JsonNode changes) {
        var changed = command.with(changes);
        byGuild.put(command.guildId(), in(command.guildId()).stream()
                .map(each -> each.id().equals(command.id()) ? changed : each).toList());
        return changed;
    }

    @Override
    public synchronized void reset() {
        byGuild.clear();
        createdToday.clear();
    }

    private Optional<Command> present(@Nullable String guildId, JsonNode definition) {
        return in(guildId).stream().filter(command -> command.isSameAs(definition)).findFirst();
    }

    private static void requireRoom(List<Command> commands) {
        LIMITS.forEach((type, limit) -> {
            if (commands.stream().filter(command -> command.type() == type).count() > limit) {
                throw DiscordException.of(HttpStatus.BAD_REQUEST, 30032,
                        "Maximum number of application commands reached (%d)".formatted(limit));
            }
        });
    }

    /** Only names that are new count against a day's creates. */
    private void count(@Nullable String guildId, int created) {
        var now = LocalDate.now(ZoneOffset.UTC);
        if (!now.equals(today)) {
            createdToday.clear();
            today = now;
        }
        int sum = createdToday.getOrDefault(guildId, 0) + created;
        if (created > 0 && sum > DAILY_CREATES) {
            throw DiscordException.of(HttpStatus.BAD_REQUEST, 30034,
                    "Max number of daily application command creates has been reached (%d)".formatted(DAILY_CREATES));
        }
        createdToday.put(guildId, sum);
    }

    /** @param isNew answered with 201, else 200 */
    record Upserted(Command command, boolean isNew) {}
}
