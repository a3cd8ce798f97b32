package dev.personamarket.simulators.discord.people;

/**
 * Somebody with a Discord account.
 *
 * @param about who it is in the story, for the page where one picks whom to be
 */
public record Person(String id, String username, String name, String about) {

    public UserObject toUser() {
        return UserObject.human(id, username, name);
    }
}
