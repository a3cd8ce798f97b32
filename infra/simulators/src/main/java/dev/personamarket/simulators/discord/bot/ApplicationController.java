package dev.personamarket.simulators.discord.bot;

import java.net.URI;
import java.util.Map;

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

/** The application about itself. A new interactions endpoint is probed before it is kept. */
@RestController
@RequestMapping("/api/v10")
class ApplicationController {

    private static final String ENDPOINT = "interactions_endpoint_url";

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
        JsonNode endpoint = body.path(ENDPOINT);
        if (endpoint.isNull() || endpoint.isString() && endpoint.stringValue().isEmpty()) {
            application.sendInteractionsTo(null);
        }
        return endpoint.isString() && !endpoint.stringValue().isEmpty()
                ? accept(endpoint.stringValue()).then(Mono.fromSupplier(() -> read(caller)))
                : Mono.fromSupplier(() -> read(caller));
    }

    private Mono<Void> accept(String url) {
        return uri(url).flatMap(endpoint -> probe.accepts(endpoint).filter(accepted -> accepted)
                .doOnNext(_ -> application.sendInteractionsTo(endpoint)))
                .switchIfEmpty(Mono.error(() -> refusal("APPLICATION_INTERACTIONS_ENDPOINT_URL_INVALID",
                        "The specified interactions endpoint url could not be verified.")))
                .then();
    }

    private static Mono<URI> uri(String url) {
        return Mono.fromCallable(() -> URI.create(url)).filter(uri -> uri.getHost() != null && uri.getScheme() != null)
                .onErrorComplete(IllegalArgumentException.class).switchIfEmpty(
                        Mono.error(() -> refusal("URL_TYPE_INVALID_URL", "Not a well formed URL.")));
    }

    private static DiscordException refusal(String code, String message) {
        return new FormErrors().add(ENDPOINT, code, message).toException();
    }
}
