package dev.personamarket.simulators.discord.oauth;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import dev.personamarket.simulators.discord.application.Application;
import dev.personamarket.simulators.discord.guilds.Guild;
import dev.personamarket.simulators.discord.guilds.Guilds;
import dev.personamarket.simulators.discord.people.People;
import dev.personamarket.simulators.discord.people.Person;
import dev.personamarket.simulators.pages.Page;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/** The page that asks. No script: choosing another person is a link back to this page. */
@Component
class ConsentPage {

    private static final String NO_SERVER = "<p class=\"none\">There is no server here that this person may manage.</p>";

    private final People people;
    private final Guilds guilds;

    ConsentPage(People people, Guilds guilds) {
        this.people = people;
        this.guilds = guilds;
    }

    String render(AuthorizationRequest request, Person chosen, MultiValueMap<String, String> parameters) {
        var choices = request.wantsBot() ? choices(request, chosen) : List.<Guild>of();
        return Page.of("consent").text("application", Application.NAME).text("person", chosen.name())
                .text("person_id", chosen.id()).html("people", cards(chosen, parameters))
                .html("scopes", items(request)).html("hidden", hiddenFields(parameters))
                .html("servers", request.wantsBot() ? servers(request, choices) : "")
                .text("disabled", request.wantsBot() && choices.isEmpty() ? "disabled" : "").render();
    }

    String message(String title, String message) {
        return Page.of("message").text("title", title).text("message", message).render();
    }

    private String cards(Person chosen, MultiValueMap<String, String> parameters) {
        return people.onStage().stream().map(person -> card(person, person.equals(chosen), parameters))
                .collect(Collectors.joining());
    }

    private static String card(Person person, boolean chosen, MultiValueMap<String, String> parameters) {
        return Page.of("consent-person").text("link", linkToChoose(person, parameters)).text("name", person.name())
                .text("about", person.about()).text("initial", person.name().substring(0, 1))
                .text("number", person.id().substring(person.id().length() - 1))
                .text("current", Boolean.toString(chosen)).render();
    }

    private static String linkToChoose(Person person, MultiValueMap<String, String> parameters) {
        var chosen = new LinkedMultiValueMap<String, String>(parameters);
        chosen.set("person_id", person.id());
        return chosen.toSingleValueMap().entrySet().stream()
                .map(parameter -> parameter.getKey() + "="
                        + UriUtils.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String items(AuthorizationRequest request) {
        return request.scopes().stream().map(scope -> Page.of("consent-scope").text("scope", scope)
                .text("meaning", Scopes.meaning(scope)).render()).collect(Collectors.joining());
    }

    private List<Guild> choices(AuthorizationRequest request, Person person) {
        return guilds.of(person).stream().filter(guild -> guild.isManageableBy(person))
                .filter(guild -> !request.guildFixed() || guild.id().equals(request.guildId())).toList();
    }

    private static String servers(AuthorizationRequest request, List<Guild> choices) {
        String preselected = choices.stream().map(Guild::id).filter(id -> id.equals(request.guildId())).findFirst()
                .orElseGet(() -> choices.isEmpty() ? "" : choices.getFirst().id());
        String options = choices.stream()
                .map(guild -> Page.of("consent-server").text("id", guild.id()).text("name", guild.name())
                        .text("checked", guild.id().equals(preselected) ? "checked" : "").render())
                .collect(Collectors.joining());
        return Page.of("consent-servers").text("permissions", Long.toUnsignedString(request.permissions()))
                .html("choices", choices.isEmpty() ? NO_SERVER : options).render();
    }

    /** What the browser must send again; person and server are the form's own fields. */
    private static String hiddenFields(MultiValueMap<String, String> parameters) {
        return parameters.toSingleValueMap().entrySet().stream()
                .filter(parameter -> !List.of("person_id", "guild_id", "decision").contains(parameter.getKey()))
                .map(parameter -> Page.of("hidden-field").text("name", parameter.getKey())
                        .text("value", parameter.getValue()).render())
                .collect(Collectors.joining());
    }
}
