package dev.personamarket.simulators.discord;

import static dev.personamarket.simulators.discord.guilds.Guilds.BOOK_CLUB;
import static dev.personamarket.simulators.discord.guilds.Guilds.LIGHTHOUSE;
import static dev.personamarket.simulators.discord.guilds.Guilds.MOON_BASE;
import static dev.personamarket.simulators.discord.people.People.MIA;
import static dev.personamarket.simulators.discord.people.People.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import dev.personamarket.simulators.Running;
import dev.personamarket.simulators.Simulators;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.util.UriComponentsBuilder;

@ExtendWith(Running.class)
class InstallTests {

    private static final String PERMISSIONS = "274945100800";

    private Simulators simulators;
    private OAuthSteps steps;

    @BeforeEach
    void steps(Simulators simulators) {
        this.simulators = simulators;
        steps = new OAuthSteps(simulators);
    }

    @Test
    void thePageOffersTheServersThatOneMayManage() {
        var page = page(installUri(Map.of("person_id", SAM)));

        assertThat(page).contains("Moon Base", "Book Club", PERMISSIONS).doesNotContain("value=\"" + LIGHTHOUSE);
        assertThat(page(installUri(Map.of("person_id", MIA)))).contains("no server here", "disabled");
    }

    @Test
    void aFixedServerLeavesNoChoice() {
        var fixed = Map.of("person_id", SAM, "guild_id", BOOK_CLUB, "disable_guild_select", "true");

        assertThat(page(installUri(fixed))).contains("Book Club").doesNotContain("value=\"" + MOON_BASE);
    }

    @Test
    void consentBringsTheBotInAndTellsWhere() {
        var back = steps.redirectAfter(installUri(Map.of()), Map.of("person_id", SAM, "guild_id", MOON_BASE));

        assertThat(back).containsEntry("guild_id", MOON_BASE).containsEntry("permissions", PERMISSIONS)
                .containsEntry("state", "a&b=c");
        var tokens = steps.redeem(Objects.requireNonNull(back.get("code")));
        assertThat(tokens.path("guild").path("id").stringValue()).isEqualTo(MOON_BASE);
        assertThat(tokens.path("guild").path("roles")).isNotEmpty();
        assertThat(Objects.requireNonNull(simulators.installation(MOON_BASE)).permissions())
                .isEqualTo(Long.parseLong(PERMISSIONS));
    }

    @Test
    void withoutManageServerNothingIsInstalled() {
        var answer = steps.post(installUri(Map.of()), Map.of("person_id", SAM, "guild_id", LIGHTHOUSE));

        assertThat(answer.getStatus().value()).isEqualTo(403);
        assertThat(simulators.installation(LIGHTHOUSE)).isNull();
        assertThat(
                steps.post(installUri(Map.of()), Map.of("person_id", MIA, "guild_id", MOON_BASE)).getStatus().value())
                .isEqualTo(403);
        assertThat(steps.post(installUri(Map.of()), Map.of("person_id", SAM)).getStatus().value()).isEqualTo(400);
    }

    @Test
    void aBotAloneNeedsNoRedirect() {
        var uri = UriComponentsBuilder.fromUriString(simulators.authorizeUrl()).queryParam("client_id",
                Simulators.CLIENT_ID).queryParam("scope", "bot%20applications.commands").queryParam("guild_id",
                        MOON_BASE)
                .queryParam("disable_guild_select", "true").build(true).toUri();

        var answer = steps.post(uri, Map.of("person_id", SAM));

        assertThat(answer.getResponseHeaders().getLocation()).hasToString("/oauth2/authorized");
        assertThat(page(URI.create(simulators.discordUrl() + "/oauth2/authorized"))).contains("The bot has joined");
        assertThat(simulators.installation(MOON_BASE)).isNotNull();
    }

    private String page(URI uri) {
        return Objects.requireNonNull(steps.client().get().uri(uri).exchange().expectStatus().isOk()
                .expectBody(String.class).returnResult().getResponseBody());
    }

    private URI installUri(Map<String, String> more) {
        var parameters = new HashMap<>(more);
        parameters.put("scope", "identify guilds bot applications.commands");
        parameters.put("permissions", PERMISSIONS);
        return steps.authorizationUri(parameters);
    }
}
