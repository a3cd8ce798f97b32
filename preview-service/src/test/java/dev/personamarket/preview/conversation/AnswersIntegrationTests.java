package dev.personamarket.preview.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import dev.personamarket.outbox.Outbox;
import dev.personamarket.preview.Catalogue;
import dev.personamarket.preview.ModelPeers;
import dev.personamarket.preview.PreviewServiceTest;
import dev.personamarket.preview.budget.Reservation;
import dev.personamarket.preview.model.ChatMessage;
import dev.personamarket.preview.model.Generation;
import dev.personamarket.preview.model.Prompt;
import dev.personamarket.preview.persona.Persona;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import static dev.personamarket.preview.model.ScriptedModel.token;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** Answers are stored while they are under way. */
@PreviewServiceTest
class AnswersIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Prompt PROMPT = new Prompt(List.of(ChatMessage.user("Hello!")), "sha256:", Generation.USUAL);

    private final Owner owner = Owner.visitor(UUID.randomUUID().toString());
    private final Persona orla;
    private final Answers answers;

    @Autowired
    private Turns turns;

    @Autowired
    private Sessions sessions;

    AnswersIntegrationTests(@Autowired Catalogue catalogue, @Autowired DatabaseClient database,
            @Autowired TransactionalOperator transaction, @Autowired Outbox outbox,
            @Autowired SessionProperties properties) {
        orla = catalogue.awaitVersion(catalogue.published(), 1);
        answers = new Answers(database, transaction, outbox, properties);
    }

    @Test
    void whatWasSaidSoFarCanBeReadFromTheHistory(@Autowired WebTestClient client, @Autowired ModelPeers peers) {
        var visitor = Talker.visitor(client.mutate().responseTimeout(PATIENCE).build());
        peers.scripted().streams(Flux.concat(Flux.just(token("One "), token("two ")),
                Flux.interval(Duration.ofMillis(500)).map(_ -> ": still thinking\n\n")));

        StepVerifier.create(visitor.stream(orla.personalityId(), "Hello!", null).filter(event -> event.event() != null))
                .consumeNextWith(opening -> {
                    var session = UUID.fromString(Talker.data(opening).path("sessionId").asString());
                    var history = Awaitility.await("what was said").until(() -> visitor.history(session),
                            so -> so.messages().getLast().content().equals("One two "));
                    assertThat(history.answering()).isTrue();
                    assertThat(history.messages().getLast().finishReason()).isNull();
                }).thenCancel().verify(PATIENCE);
    }

    @Test
    void aThousandAnswersAreStoredByOneStatement(@Autowired DatabaseClient database) {
        var ids = requireNonNull(database.sql("""
                INSERT INTO session (id, owner, personality_id, personality_version, prompt_hash, greeting, messages,
                    turn, answering_until)
                SELECT gen_random_uuid(), :owner, :personality, 1, 'sha256:', 'Come in.', 1, 1, now()
                FROM generate_series(1, 1000) RETURNING id
                """).bind("owner", owner.key()).bind("personality", orla.personalityId()).mapValue(UUID.class).all()
                .collectList().block());
        ids.forEach(id -> said(new Turn(id, 1, 2, null, null, orla, List.of(), 2), "So far of " + id));

        answers.save().block(PATIENCE);

        var stored = requireNonNull(database.sql("""
                SELECT count(*), count(DISTINCT CAST(message.xmin AS text)),
                    count(*) FILTER (WHERE content = 'So far of ' || id AND answering_until > now() + interval '5 s')
                FROM message JOIN session ON id = session_id WHERE owner = :owner
                """).bind("owner", owner.key())
                .map(row -> List.of(requireNonNull(row.get(0, Long.class)), requireNonNull(row.get(1, Long.class)),
                        requireNonNull(row.get(2, Long.class))))
                .one().block());
        assertThat(stored).containsExactly(1_000L, 1L, 1_000L);
        database.sql("DELETE FROM session WHERE owner = :owner").bind("owner", owner.key()).then().block();
    }

    @Test
    void storingTooLateDoesNotTakeTheEndBack() {
        var turn = begun();
        var late = said(turn, "One ");
        var ended = new Answer(turn, late.prompt(), late.reservation());
        ended.heard("One two.");
        answers.end(ended, "stop", new PreviewFailed(turn.sessionId(), orla.personalityId(), 1, null, "test", 1,
                Instant.now())).block();

        answers.save().block(PATIENCE);

        var history = requireNonNull(sessions.find(turn.sessionId(), owner).block());
        assertThat(history.answering()).isFalse();
        assertThat(history.messages().getLast().content()).isEqualTo("One two.");
        assertThat(history.messages().getLast().finishReason()).isEqualTo("stop");
    }

    @Test
    void whatIsForgottenStaysForgotten() {
        var turn = begun();
        said(turn, "One ");
        sessions.delete(turn.sessionId(), owner).block();

        answers.save().block(PATIENCE);

        assertThat(sessions.find(turn.sessionId(), owner).blockOptional()).isEmpty();
    }

    private Turn begun() {
        return requireNonNull(turns.begin(turns.first(owner, orla, "Hello!"), owner, PROMPT).block()).turn();
    }

    private Answer said(Turn turn, String text) {
        var answer = new Answer(turn, PROMPT,
                new Reservation(UUID.randomUUID(), LocalDate.EPOCH, List.of(), null));
        answer.heard(text);
        answers.begin(answer);
        return answer;
    }
}
