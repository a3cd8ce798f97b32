package dev.personamarket.simulators.discord.oauth;

import java.net.URI;
import java.util.Optional;

import dev.personamarket.simulators.discord.people.People;
import dev.personamarket.simulators.discord.people.Person;
import dev.personamarket.simulators.pages.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The consent page and its form. A script without a browser posts the form to the very address that it was sent to, with
 * {@code person_id} (and {@code guild_id} for a bot) as its only fields, and follows the redirect.
 */
@RestController
class AuthorizeController {

    private static final String REMEMBERED = "simulated_discord_person";

    private final AuthorizationRequests requests;
    private final Consents consents;
    private final Grants grants;
    private final People people;
    private final ConsentPage page;

    AuthorizeController(AuthorizationRequests requests, Consents consents, Grants grants, People people,
            ConsentPage page) {
        this.requests = requests;
        this.consents = consents;
        this.grants = grants;
        this.people = people;
        this.page = page;
    }

    /** @param remembered who consented last in this browser */
    @GetMapping({"/oauth2/authorize", "/api/oauth2/authorize"})
    ResponseEntity<String> ask(@RequestParam MultiValueMap<String, String> parameters,
            @CookieValue(name = REMEMBERED, required = false) @Nullable String remembered) {
        var request = requests.read(parameters);
        Optional<Person> known = Optional.ofNullable(remembered).flatMap(people::find);
        if (request.silent() && !request.wantsBot()
                && known.filter(person -> grants.covers(person, request.scopes())).isPresent()) {
            return redirect(consents.give(request, known.get(), null)).build();
        }
        var person = Optional.ofNullable(parameters.getFirst("person_id")).flatMap(people::find).or(() -> known)
                .orElse(people.onStage().getFirst());
        return Page.answer(HttpStatus.OK, page.render(request, person, parameters));
    }

    @PostMapping(path = {"/oauth2/authorize",
            "/api/oauth2/authorize"}, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> decide(@RequestParam MultiValueMap<String, String> query,
            Form form) {
        var parameters = new LinkedMultiValueMap<String, String>(query);
        parameters.putAll(form.fields());
        var request = requests.read(parameters);
        if ("cancel".equals(parameters.getFirst("decision"))) {
            throw consents.deny(request);
        }
        var person = Optional.ofNullable(parameters.getFirst("person_id")).flatMap(people::find)
                .orElseThrow(() -> Refusal.page(HttpStatus.BAD_REQUEST, "person_id names nobody who lives here."));
        return redirect(consents.give(request, person, parameters.getFirst("guild_id")))
                .header(HttpHeaders.SET_COOKIE, remember(person)).build();
    }

    @GetMapping("/oauth2/authorized")
    ResponseEntity<String> authorized() {
        return Page.answer(HttpStatus.OK, page.message("Done", "The bot has joined. You can close this page."));
    }

    @ExceptionHandler
    ResponseEntity<String> refused(Refusal refusal) {
        return refusal.redirectUri() == null
                ? Page.answer(refusal.status(), page.message("Not authorised", String.valueOf(refusal.getMessage())))
                : redirect(Consents.withParameters(refusal.redirectUri(), refusal.parameters())).build();
    }

    private static ResponseEntity.BodyBuilder redirect(URI location) {
        return ResponseEntity.status(HttpStatus.FOUND).location(location);
    }

    private static String remember(Person person) {
        return ResponseCookie.from(REMEMBERED, person.id()).path("/").httpOnly(true).sameSite("Lax").build()
                .toString();
    }
}
