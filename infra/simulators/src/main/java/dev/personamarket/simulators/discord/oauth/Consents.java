package dev.personamarket.simulators.discord.oauth;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import dev.personamarket.simulators.discord.events.WebhookEvents;
import dev.personamarket.simulators.discord.guilds.Guild;
import dev.personamarket.simulators.discord.guilds.Guilds;
import dev.personamarket.simulators.discord.guilds.Installations;
import dev.personamarket.simulators.discord.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** What happens when a person says yes, or no. */
@Component
class Consents {

    private static final URI BOT_ADDED = URI.create("/oauth2/authorized");

    private final Grants grants;
    private final Guilds guilds;
    private final Installations installations;
    private final WebhookEvents events;

    Consents(Grants grants, Guilds guilds, Installations installations, WebhookEvents events) {
        this.grants = grants;
        this.guilds = guilds;
        this.installations = installations;
        this.events = events;
    }

    /** Adds the bot when that was asked, and returns where to go with the code. */
    URI give(AuthorizationRequest request, Person person, @Nullable String chosenGuildId) {
        var guild = request.wantsBot() ? installIn(request, person, chosenGuildId) : null;
        events.authorized(person, request.scopes(), guild);
        if (!request.wantsCode()) {
            return BOT_ADDED;
        }
        String guildId = guild == null ? null : guild.id();
        String redirectUri = Objects.requireNonNull(request.redirectUri());
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("code", grants.issueCode(new Grant(person, request.scopes(), guildId), redirectUri,
                request.codeChallenge()));
        if (request.state() != null) {
            parameters.put("state", request.state());
        }
        if (guildId != null) {
            parameters.put("guild_id", guildId);
            parameters.put("permissions", Long.toUnsignedString(request.permissions()));
        }
        return withParameters(redirectUri, parameters);
    }

    Refusal deny(AuthorizationRequest request) {
        String description = "The resource owner or authorization server denied the request";
        return request.redirectUri() == null
                ? Refusal.page(HttpStatus.OK, description)
                : Refusal.redirect(request.redirectUri(), request.state(), "access_denied", description);
    }

    static URI withParameters(String redirectUri, Map<String, String> parameters) {
        var uri = UriComponentsBuilder.fromUriString(redirectUri);
        parameters.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
        return uri.encode().buildAndExpand(parameters).toUri();
    }

    private Guild installIn(AuthorizationRequest request, Person person, @Nullable String chosenGuildId) {
        String guildId = request.guildFixed() ? request.guildId() : chosenGuildId;
        if (guildId == null) {
            throw Refusal.page(HttpStatus.BAD_REQUEST, "Choose the server that the bot is to join.");
        }
        var guild = guilds.find(guildId).filter(found -> found.hasMember(person)).orElseThrow(
                () -> Refusal.page(HttpStatus.NOT_FOUND, "%s is in no such server.".formatted(person.name())));
        if (!guild.isManageableBy(person)) {
            throw Refusal.page(HttpStatus.FORBIDDEN, "%s may not add bots to %s: that takes the permission "
                    .formatted(person.name(), guild.name()) + "“Manage Server”.");
        }
        installations.install(guildId, request.permissions());
        return guild;
    }
}
