package dev.personamarket.preview.conversation;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import dev.personamarket.preview.Catalogue;
import dev.personamarket.preview.ModelPeers;
import dev.personamarket.preview.PreviewServiceTest;
import dev.personamarket.testing.TestIdentity;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever knows the id of somebody else's conversation can do nothing with it, and does not learn that it exists. */
@PreviewServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessIntegrationTests {

    private static final String[] PEOPLE = {"a visitor", "another visitor", "ada", "bob", "somebody new"};

    private final WebTestClient client;
    private final TestIdentity identity;
    private final UUID orla;

    AccessIntegrationTests(@Autowired WebTestClient client, @Autowired TestIdentity identity,
            @Autowired Catalogue catalogue, @Autowired ModelPeers peers) {
        this.client = client.mutate().responseTimeout(Duration.ofSeconds(20)).build();
        this.identity = identity;
        this.orla = catalogue.published();
        peers.simulator();
    }

    @ParameterizedTest(name = "{1} and what {0} said")
    @MethodSource
    void anotherOnesConversationIsNotFound(String owner, String stranger) {
        var own = talker(owner);
        var session = own.say(orla, "This stays between us.", null).sessionId();
        var before = own.history(session);
        var other = talker(stranger);
        if (!stranger.equals("somebody new")) {
            other.say(orla, "Hello!", null);
        }

        Stream.<Function<Talker, ResponseSpec>>of(who -> who.session(HttpMethod.GET, session),
                who -> who.session(HttpMethod.DELETE, session), who -> who.restart(session),
                who -> who.tryToSay(orla, "What did they say?", session), who -> who.tryToGoOn(orla, session))
                .forEach(route -> route.apply(other).expectStatus().isNotFound().expectBody().jsonPath("$.type")
                        .isEqualTo("/problems/session-not-found").jsonPath("$.remaining").doesNotExist());

        assertThat(other.list("").items()).extracting(ConversationCard::sessionId).doesNotContain(session);
        assertThat(own.history(session)).isEqualTo(before);
    }

    static Stream<Arguments> anotherOnesConversationIsNotFound() {
        return Stream.of("a visitor", "ada").flatMap(owner -> Stream.of(PEOPLE)
                .filter(stranger -> !stranger.equals(owner)).map(stranger -> Arguments.of(owner, stranger)));
    }

    private Talker talker(String name) {
        return name.contains(" ") ? Talker.visitor(client) : Talker.user(client, identity.user(name));
    }
}
