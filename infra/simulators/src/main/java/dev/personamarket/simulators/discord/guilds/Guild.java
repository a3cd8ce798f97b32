package dev.personamarket.simulators.discord.guilds;

import java.util.List;
import java.util.Map;

import dev.personamarket.simulators.discord.people.Person;

/**
 * A server.
 *
 * @param members each member's permissions on guild level, by user id; the owner has all in any case
 */
public record Guild(String id, String name, String ownerId, Map<String, Long> members, List<Channel> channels) {

    public boolean hasMember(Person person) {
        return person.id().equals(ownerId) || members.containsKey(person.id());
    }

    public boolean isOwnedBy(Person person) {
        return person.id().equals(ownerId);
    }

    public long permissionsOf(Person person) {
        return isOwnedBy(person) ? Permissions.ALL : members.getOrDefault(person.id(), 0L);
    }

    public boolean isManageableBy(Person person) {
        return Permissions.mayManage(permissionsOf(person));
    }

    /** The owner and the others; the bot is counted by those who know of it. */
    public int memberCount() {
        return members.containsKey(ownerId) ? members.size() : members.size() + 1;
    }
}
