package dev.personamarket.deployment.servers;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import dev.personamarket.deployment.discord.UserServer;

/**
 * A server that the user is a member of.
 *
 * @param iconUrl     absent when the server has no icon
 * @param owner       whether the user owns it
 * @param manageable  whether the user may deploy there
 * @param botPresent  whether a deployment can begin without adding the bot first
 * @param memberCount how many members it has, about; absent when Discord does not tell
 */
record ServerCard(String id, String name, @Nullable String iconUrl, boolean owner, boolean manageable,
        boolean botPresent, @Nullable Integer memberCount) {

    static ServerCard of(UserServer server, boolean botPresent, URI cdn) {
        return new ServerCard(server.id().value(), server.name(), icon(server, cdn), server.owner(),
                server.isManageable(), botPresent, server.memberCount());
    }

    /** @see <a href="https://docs.discord.com/developers/reference#image-formatting">Image formatting</a> */
    private static @Nullable String icon(UserServer server, URI cdn) {
        return server.icon() == null ? null : "%s/icons/%s/%s.png?size=128".formatted(cdn, server.id(), server.icon());
    }
}
