package dev.personamarket.simulators.discord.oauth;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A request for consent whose parameters are all right, see
 * <a href="https://discord.com/developers/docs/topics/oauth2">OAuth2</a>.
 *
 * @param redirectUri absent only for the plain bot flow, which ends on Discord's own page
 * @param permissions those that the bot asks for
 * @param guildId the server that is preselected
 */
record AuthorizationRequest(@Nullable String redirectUri, boolean wantsCode, Set<String> scopes,
        @Nullable String state, boolean silent, @Nullable String codeChallenge, long permissions,
        @Nullable String guildId, boolean guildFixed) {

    boolean wantsBot() {
        return scopes.contains(Scopes.BOT);
    }
}
