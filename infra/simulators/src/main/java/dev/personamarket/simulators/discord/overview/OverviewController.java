package dev.personamarket.simulators.discord.overview;

import java.util.stream.Collectors;

import dev.personamarket.simulators.discord.application.Application;
import dev.personamarket.simulators.discord.guilds.Channel;
import dev.personamarket.simulators.discord.guilds.Guild;
import dev.personamarket.simulators.discord.guilds.Guilds;
import dev.personamarket.simulators.discord.guilds.Installations;
import dev.personamarket.simulators.discord.people.People;
import dev.personamarket.simulators.discord.people.Person;
import dev.personamarket.simulators.pages.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The front page, the state, the public key. */
@RestController
class OverviewController {

    private final State state;
    private final People people;
    private final Guilds guilds;
    private final Installations installations;
    private final Application application;

    OverviewController(State state, People people, Guilds guilds, Installations installations,
            Application application) {
        this.state = state;
        this.people = people;
        this.guilds = guilds;
        this.installations = installations;
        this.application = application;
    }

    @GetMapping("/")
    ResponseEntity<String> front() {
        return Page.answer(HttpStatus.OK, Page.of("index")
                .html("people", people.onStage().stream().map(this::row).collect(Collectors.joining()))
                .html("guilds", guilds.withStory().stream().map(this::row).collect(Collectors.joining()))
                .text("client_id", Application.ID).text("client_secret", Application.CLIENT_SECRET)
                .text("bot_token", Application.BOT_TOKEN).text("public_key", application.key().publicKey()).render());
    }

    @GetMapping("/simulator/state")
    State.Snapshot state() {
        return state.now();
    }

    /** What to configure as {@code DISCORD_PUBLIC_KEY}. */
    @GetMapping(path = "/simulator/public-key", produces = MediaType.TEXT_PLAIN_VALUE)
    String publicKey() {
        return application.key().publicKey();
    }

    private String row(Person person) {
        String standings = guilds.of(person).stream()
                .map(guild -> guild.name() + " (" + State.GuildState.standing(guild, person) + ")")
                .collect(Collectors.joining(", "));
        return Page.of("index-person").text("id", person.id()).text("name", person.name())
                .text("about", person.about()).text("standings", standings.isEmpty() ? "–" : standings).render();
    }

    private String row(Guild guild) {
        return Page.of("index-guild").text("id", guild.id()).text("name", guild.name())
                .text("channels", guild.channels().stream().map(Channel::name).map("#"::concat)
                        .collect(Collectors.joining(" ")))
                .text("bot", installations.find(guild.id()).map(bot -> bot.nick() == null ? "yes" : bot.nick())
                        .orElse("not installed"))
                .render();
    }
}
