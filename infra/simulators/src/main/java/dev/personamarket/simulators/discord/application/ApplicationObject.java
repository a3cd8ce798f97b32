package dev.personamarket.simulators.discord.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.personamarket.simulators.discord.people.UserObject;
import org.jspecify.annotations.Nullable;

/** The <a href="https://discord.com/developers/docs/resources/application#application-object">application</a> as JSON. */
public final class ApplicationObject {

    private ApplicationObject() {}

    /** What everybody may see. */
    public static Map<String, @Nullable Object> publicPart(Application application) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", Application.ID);
        json.put("name", Application.NAME);
        json.put("icon", null);
        json.put("description", "Personalities for your server.");
        json.put("type", null);
        json.put("bot", application.bot());
        json.put("bot_public", true);
        json.put("bot_require_code_grant", false);
        json.put("verify_key", application.key().publicKey());
        json.put("flags", 0);
        json.put("flags_new", "0");
        return json;
    }

    /** What the application itself sees. */
    public static Map<String, @Nullable Object> privatePart(Application application, UserObject owner,
            int guildCount) {
        var json = publicPart(application);
        json.put("redirect_uris", List.of());
        json.put("interactions_endpoint_url",
                application.interactionsEndpoint().map(Object::toString).orElse(null));
        application.eventsEndpoint().ifPresent(url -> json.put("event_webhooks_url", url.toString()));
        json.put("role_connections_verification_url", null);
        json.put("owner", owner);
        json.put("approximate_guild_count", guildCount);
        json.put("approximate_user_install_count", 0);
        json.put("approximate_user_authorization_count", 0);
        json.put("explicit_content_filter", 0);
        json.put("team", null);
        json.put("eligible_oauth2_scopes", List.of("identify", "guilds", "bot", "applications.commands"));
        return json;
    }
}
