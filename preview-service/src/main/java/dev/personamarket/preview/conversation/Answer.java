package dev.personamarket.preview.conversation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import dev.personamarket.defaults.problems.Problem;
import dev.personamarket.preview.budget.Reservation;
import dev.personamarket.preview.model.Prompt;
import dev.personamarket.preview.model.Usage;
import dev.personamarket.preview.speaking.PreviewEvent;
import dev.personamarket.preview.speaking.Speech;

/**
 * An answer in the making. The one who reads the model adds to it; the one who notices that nobody listens any more may
 * ask at the same time how far it came.
 */
final class Answer {

    static final String STOPPED = "stopped";

    private final Turn turn;
    private final Speech speech;
    private final Reservation reservation;

    Answer(Turn turn, Prompt prompt, Reservation reservation) {
        this.turn = turn;
        this.speech = new Speech(prompt);
        this.reservation = reservation;
    }

    Turn turn() {
        return turn;
    }

    Prompt prompt() {
        return speech.prompt();
    }

    Reservation reservation() {
        return reservation;
    }

    PreviewEvent opening() {
        return turn.opening(reservation.warning());
    }

    PreviewEvent heard(String token) {
        speech.heard(token);
        return new PreviewEvent.Token(token);
    }

    /** Nothing that was said so far has been said, but this. */
    PreviewEvent replaced(String instead) {
        speech.replaced(instead);
        return new PreviewEvent.Token(instead, true);
    }

    /** Ends the answer; true for the first who says so, whose ending is the one that counts. */
    boolean end() {
        return speech.end();
    }

    /** All that was said of it, with what was there of it before when it is continued. */
    String whole() {
        return turn.beginning() + speech.text();
    }

    boolean isSilent() {
        return speech.isSilent();
    }

    PreviewReplied replied(String finishReason, Usage usage) {
        return new PreviewReplied(turn.sessionId(), turn.persona().personalityId(), turn.persona().version(),
                turn.userId(), usage.promptTokens(), usage.completionTokens(), speech.firstTokenMillis(),
                speech.millis(), finishReason, now());
    }

    PreviewReplied stopped() {
        return replied(STOPPED, estimate());
    }

    Usage estimate() {
        return speech.estimate();
    }

    PreviewFailed failed(String reason) {
        return new PreviewFailed(turn.sessionId(), turn.persona().personalityId(), turn.persona().version(),
                turn.userId(), reason, speech.millis(), now());
    }

    /** The problem with what its reader needs to try again: the conversation, and the messages left in it. */
    Problem described(Problem problem) {
        var takenBack = isSilent() && !turn.continues();
        return problem.with("sessionId", turn.sessionId()).with("remaining",
                takenBack ? turn.remaining() + 1 : turn.remaining());
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
