package dev.personamarket.simulators.discord.guilds;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.personamarket.simulators.discord.people.People;
import dev.personamarket.simulators.discord.people.Person;
import org.springframework.stereotype.Component;

/** All servers: three with a story, and one for each load-test user, {@code 31…} for {@code 21…}. */
@Component
public class Guilds {

    public static final String LIGHTHOUSE = "3000000000000000001";
    public static final String MOON_BASE = "3000000000000000002";
    public static final String BOOK_CLUB = "3000000000000000003";

    private static final String LOAD_TEST_USER = "21000000000000\\d{5}";
    private static final String LOAD_TEST_GUILD = "31000000000000\\d{5}";
    private static final String CHANNEL = "[456]\\d{18}";

    private static final long MEMBER = Permissions.EVERYONE;
    private static final long MANAGER = Permissions.EVERYONE | Permissions.MANAGE_GUILD;

    private final List<Guild> withStory = List.of(
            guild(LIGHTHOUSE, "Lighthouse", People.ADA, Map.of(People.SAM, MEMBER, People.MIA, MEMBER), "harbour",
                    "night-watch", "library"),
            guild(MOON_BASE, "Moon Base", People.SAM, Map.of(People.MIA, MEMBER), "airlock", "mission-control",
                    "cantina"),
            guild(BOOK_CLUB, "Book Club", People.BEA, Map.of(People.SAM, MANAGER, People.MIA, MEMBER), "reading-room",
                    "spoilers"));

    public List<Guild> withStory() {
        return withStory;
    }

    public Optional<Guild> find(String id) {
        if (id.matches(LOAD_TEST_GUILD)) {
            return Optional.of(loadTestGuild(id));
        }
        return withStory.stream().filter(guild -> guild.id().equals(id)).findFirst();
    }

    /** The guilds that the person is a member of. */
    public List<Guild> of(Person person) {
        if (person.id().matches(LOAD_TEST_USER)) {
            return List.of(loadTestGuild("3" + person.id().substring(1)));
        }
        return withStory.stream().filter(guild -> guild.hasMember(person)).toList();
    }

    public Optional<Channel> channel(String id) {
        return id.matches(CHANNEL)
                ? find("3" + id.substring(1)).stream().flatMap(guild -> guild.channels().stream())
                        .filter(channel -> channel.id().equals(id)).findFirst()
                : Optional.empty();
    }

    private static Guild loadTestGuild(String id) {
        String owner = "2" + id.substring(1);
        return guild(id, "Load Test " + id.substring(14), owner, Map.of(), "general", "random");
    }

    private static Guild guild(String id, String name, String owner, Map<String, Long> members, String... channels) {
        return new Guild(id, name, owner, members, IntStream.range(0, channels.length)
                .mapToObj(position -> channel(id, position, channels[position])).toList());
    }

    /** A channel's id is its guild's with another first digit, so that none has to be stored. */
    private static Channel channel(String guildId, int position, String name) {
        return new Channel(4 + position + guildId.substring(1), guildId, name,
                "A channel about " + name.replace('-', ' '), position);
    }
}
