package dev.personamarket.deployment.discord;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What the bot finds on a server.
 *
 * @param permissions     what it may do in the server as a whole
 * @param channels        the text channels, those that it does not see included, in Discord's order
 * @param systemChannelId where Discord itself greets newcomers; absent where that is switched off
 */
public record Surroundings(Set<Permission> permissions, List<TextChannel> channels, @Nullable String systemChannelId) {

    /**
     * @param category    the name of the group of channels that it is in
     * @param permissions what the bot may do in it
     */
    public record TextChannel(String id, String name, @Nullable String category, Set<Permission> permissions) {

        private static final Set<Permission> TO_SPEAK = EnumSet.of(Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES);
        private static final Set<Permission> OF_CHANNELS = EnumSet.complementOf(EnumSet.of(Permission.CHANGE_NICKNAME));

        public boolean canSpeak() {
            return permissions.containsAll(TO_SPEAK);
        }

        /** What the bot lacks of all that an agent can make use of. */
        public Set<Permission> missing() {
            return without(OF_CHANNELS);
        }

        private Set<Permission> without(Set<Permission> wanted) {
            var missing = EnumSet.copyOf(wanted);
            missing.removeAll(permissions);
            return missing;
        }
    }

    /**
     * What the bot lacks to answer in these channels, under a name of its own; where none are named, one that it can
     * speak in is enough. A channel that is gone asks for nothing, as long as another one is left.
     */
    public Set<Permission> missingFor(List<String> channelIds) {
        var missing = EnumSet.noneOf(Permission.class);
        if (!permissions.contains(Permission.CHANGE_NICKNAME)) {
            missing.add(Permission.CHANGE_NICKNAME);
        }
        var wanted = channelIds.isEmpty() ? channels : named(channelIds).toList();
        if (channelIds.isEmpty() ? wanted.stream().noneMatch(TextChannel::canSpeak) : wanted.isEmpty()) {
            missing.addAll(TextChannel.TO_SPEAK);
        } else if (!channelIds.isEmpty()) {
            wanted.forEach(channel -> missing.addAll(channel.without(TextChannel.TO_SPEAK)));
        }
        return missing;
    }

    /** Where the bot says hello: the first of these, else where newcomers are greeted, else where it may speak at all. */
    public Optional<TextChannel> greetingPlace(List<String> channelIds) {
        var candidates = channelIds.isEmpty()
                ? Stream.concat(systemChannel(), channels.stream())
                : named(channelIds);
        return candidates.filter(TextChannel::canSpeak).findFirst();
    }

    private Stream<TextChannel> systemChannel() {
        return systemChannelId == null ? Stream.empty() : named(List.of(systemChannelId));
    }

    private Stream<TextChannel> named(List<String> ids) {
        return ids.stream().flatMap(id -> channels.stream().filter(channel -> channel.id().equals(id)));
    }
}
