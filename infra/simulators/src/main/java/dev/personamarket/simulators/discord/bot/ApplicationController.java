package dev.personamarket.simulators.discord.bot;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.personamarket.simulators.discord.DiscordException;
import dev.personamarket.simulators.discord.FormErrors;
import dev.personamarket.simulators.discord.application.Application;
import dev.personamarket.simulators.discord.application.ApplicationObject;
import dev.personamarket.simulators.discord.application.EndpointProbe;
import dev.personamarket.simulators.discord.guilds.Installations;
import dev.personamarket.simulators.discord.oauth.Caller;
import dev.personamarket.simulators.discord.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The application about itself. A new endpoint is probed before it is kept. */
@RestController
@RequestMapping("/api/v10")
class ApplicationController {

    private static final String INTERACTIONS = "interactions_endpoint_url";
    private static final String EVENTS = "event_webhooks_url";

    private final Application application;
    private final Installations installations;
    private final People people;
    private final EndpointProbe probe;

    ApplicationController(Application application, Installations installations, People people, EndpointProbe probe) {
        this.application = application;
        this.installations = installations;
        this.people = people;
        this.probe = probe;
    }

    @GetMapping({"/applications/@me", "/oauth2/applications/@me"})
    Map<String, @Nullable Object> read(Caller.Bot caller) {
        return ApplicationObject.privatePart(application, people.onStage().getFirst().toUser(),
                installations.all().size());
    }

    @PatchMapping("/applications/@me")
    Mono<Map<String, @Nullable Object>> change(Caller.Bot caller, @RequestBody ObjectNode body) {
        return set(body, INTERACTIONS, probe::accepts, application::sendInteractionsTo)
                .then(Mono.defer(() -> set(body, EVENTS, probe::acceptsEvents, application::sendEventsTo)))
                .then(Mono.fromSupplier(() -> read(caller)));
    }

    private static Mono<Void> set(ObjectNode body, String field, Function<URI, Mono<Boolean>> probe,
            Consumer<@Nullable URI> setting) {
        JsonNode url = body.path(field);
        if (url.isNull() || url.isString() && url.stringValue().isEmpty()) {
            return Mono.fromRunnable(() -> setting.accept(null));
        }
        return url.isString()
                ? uri(field, url.stringValue()).filterWhen(probe).switchIfEmpty(Mono.error(() -> unverified(field)))
                        .doOnNext(setting).then()
                : Mono.empty();
    }

    private static Mono<URI> uri(String field, String url) {
        return Mono.fromCallable(() -> URI.create(url)).filter(uri -> uri.getHost() != null && uri.getScheme() != null)
                .onErrorComplete(IllegalArgumentException.class).switchIfEmpty(
                        Mono.error(() -> refusal(field, "URL_TYPE_INVALID_URL", "Not a well formed URL.")));
    }

    private static DiscordException unverified(String field) {
        return refusal(field, "APPLICATION_%s_INVALID".formatted(field.toUpperCase(Locale.ROOT)),
                "The specified %s could not be verified.".formatted(field.replace('_', ' ')));
    }

    private static DiscordException refusal(String field, String code, String message) {
        return new FormErrors().add(field, code, message).toException();
    }
}
