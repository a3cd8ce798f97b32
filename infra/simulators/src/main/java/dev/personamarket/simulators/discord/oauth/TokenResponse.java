package dev.personamarket.simulators.discord.oauth;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.personamarket.simulators.discord.guilds.Guild;
import dev.personamarket.simulators.discord.guilds.GuildObject;
import org.jspecify.annotations.Nullable;

/**
 * The token endpoint's answer.
 *
 * @param expiresIn seconds
 * @param guild the server that a bot was added to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TokenResponse(String tokenType, String accessToken, long expiresIn, @Nullable String refreshToken, String scope,
        @JsonInclude(value = JsonInclude.Include.NON_NULL, content = JsonInclude.Include.ALWAYS) @Nullable Map<String, @Nullable Object> guild) {

    static TokenResponse of(Grant grant, Grants.TokenPair tokens, @Nullable Guild guild) {
        return new TokenResponse("Bearer", tokens.accessToken(), Grants.TOKEN_LIFETIME.toSeconds(),
                tokens.refreshToken(), grant.scope(), guild == null ? null : GuildObject.of(guild));
    }

    static TokenResponse withoutRefresh(Grant grant, String accessToken) {
        return new TokenResponse("Bearer", accessToken, Grants.TOKEN_LIFETIME.toSeconds(), null, grant.scope(), null);
    }
}
