package dev.personamarket.preview.conversation;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import dev.personamarket.preview.Catalogue;
import dev.personamarket.preview.ModelPeers;
import dev.personamarket.preview.PreviewServiceTest;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/** A conversation lasts for 24 hours after the last thing said. */
@PreviewServiceTest
class ExpiryIntegrationTests {

    @Autowired
    private DatabaseClient database;

    @Autowired
    private Sessions sessions;

    private final Talker visitor;
    private final Catalogue catalogue;
    private UUID orla = new UUID(0, 0);
    private UUID session = new UUID(0, 0);

    ExpiryIntegrationTests(@Autowired WebTestClient client, @Autowired Catalogue catalogue,
            @Autowired ModelPeers peers) {
        visitor = Talker.visitor(client.mutate().responseTimeout(Duration.ofSeconds(20)).build());
        this.catalogue = catalogue;
        peers.simulator();
    }

    @BeforeEach
    void somethingWasSaid() {
        orla = catalogue.published();
        session = visitor.say(orla, "Hello!", null).sessionId();
    }

    @Test
    void aConversationIsThereForADay() {
        passed("23 hours 59 minutes");

        assertThat(visitor.history(session).messages()).hasSize(3);
        assertThat(visitor.list("").items()).hasSize(1);
        sessions.forgetExpired().block();
        visitor.say(orla, "Still there?", session);
        passed("23 hours 59 minutes");
        assertThat(visitor.history(session).messages()).hasSize(5);
    }

    @Test
    void thenNobodyFindsIt() {
        passed("24 hours 1 second");

        visitor.session(HttpMethod.GET, session).expectStatus().isNotFound();
        assertThat(visitor.list("").items()).isEmpty();
        visitor.tryToSay(orla, "Still there?", session).expectStatus().isNotFound();
        visitor.tryToGoOn(orla, session).expectStatus().isNotFound();
        visitor.restart(session).expectStatus().isNotFound();
        visitor.session(HttpMethod.DELETE, session).expectStatus().isNotFound();
    }

    @Test
    void whatHasExpiredIsForgottenAndNothingElse() {
        var young = visitor.say(orla, "Another one.", null).sessionId();
        passed("24 hours 1 second");

        sessions.forgetExpired().block();

        assertThat(rows("SELECT count(*) FROM session WHERE id = :id")).isZero();
        assertThat(rows("SELECT count(*) FROM message WHERE session_id = :id")).isZero();
        assertThat(visitor.history(young).messages()).hasSize(3);
    }

    @Test
    void twoInstancesForgetALotTogether() {
        database.sql("""
                INSERT INTO session (id, owner, personality_id, personality_version, prompt_hash, greeting, messages,
                    turn, last_said_at)
                SELECT gen_random_uuid(), 'visitor:long gone', :id, 1, 'sha256:', 'Come in.', 0, 1,
                    now() - interval '2 days' FROM generate_series(1, 1700)
                """).bind("id", session).then().block();

        Mono.when(sessions.forgetExpired(), sessions.forgetExpired()).block();

        assertThat(rows("SELECT count(*) FROM session WHERE personality_id = :id")).isZero();
    }

    private void passed(String time) {
        database.sql("UPDATE session SET last_said_at = last_said_at - CAST(:time AS interval) WHERE id = :id")
                .bind("time", time).bind("id", session).then().block();
    }

    private long rows(String count) {
        return database.sql(count).bind("id", session).mapValue(Long.class).one().blockOptional().orElseThrow();
    }
}
