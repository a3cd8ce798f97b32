package dev.personamarket.simulators.discord.events;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.personamarket.simulators.discord.application.Application;
import dev.personamarket.simulators.discord.application.SignedDelivery;
import dev.personamarket.simulators.discord.guilds.Guild;
import dev.personamarket.simulators.discord.guilds.GuildObject;
import dev.personamarket.simulators.discord.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signed events to the application's endpoint, sent again with growing pauses for some ten minutes until it answers 204.
 *
 * @see <a href="https://docs.discord.com/developers/events/webhook-events">Webhook events</a>
 */
@Component
public class WebhookEvents {

    private static final int EVENT = 1;
    private static final int GUILD_INSTALL = 0;
    private static final Retry UNTIL_TAKEN = Retry.backoff(9, Duration.ofSeconds(1)).jitter(0);

    private final Application application;
    private final SignedDelivery delivery;
    private final JsonMapper json;

    WebhookEvents(Application application, SignedDelivery delivery, JsonMapper json) {
        this.application = application;
        this.delivery = delivery;
        this.json = json;
    }

    /** Somebody has consented, to a sign-in or, where there is a guild, to the bot on it. */
    public void authorized(Person person, Set<String> scopes, @Nullable Guild guild) {
        var data = new LinkedHashMap<String, Object>();
        data.put("user", person.toUser());
        data.put("scopes", List.copyOf(scopes));
        if (guild != null) {
            data.put("integration_type", GUILD_INSTALL);
            data.put("guild", GuildObject.of(guild));
        }
        send("APPLICATION_AUTHORIZED", data);
    }

    private void send(String type, Map<String, Object> data) {
        application.eventsEndpoint().ifPresent(endpoint -> delivery.send(endpoint, body(type, data))
                .filter(answer -> answer.status() == HttpStatus.NO_CONTENT)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("not answered with 204")))
                .retryWhen(UNTIL_TAKEN).onErrorComplete().subscribe());
    }

    /** The time has no zone. */
    private byte[] body(String type, Map<String, Object> data) {
        var event = Map.of("type", type, "timestamp", LocalDateTime.now(ZoneOffset.UTC).toString(), "data", data);
        return json.writeValueAsBytes(Map.of("version", 1, "application_id", Application.ID, "type", EVENT,
                "event", event));
    }
}
