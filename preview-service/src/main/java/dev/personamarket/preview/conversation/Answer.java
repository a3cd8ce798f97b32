package dev.personamarket.preview.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import dev.personamarket.defaults.problems.Problem;
import dev.personamarket.preview.budget.Reservation;
import dev.personamarket.preview.model.Prompt;
import dev.personamarket.preview.model.Tokens;
import dev.personamarket.preview.model.Usage;

/**
 * An answer in the making: what was said of it so far, and since when. The one who reads the model adds to it; the one
 * who notices that nobody listens any more may ask at the same time how far it came.
 */
final class Answer {

    static final String STOPPED = "stopped";

    private final Turn turn;
    private final Prompt prompt;
    private final Reservation reservation;
    private final long accepted = System.nanoTime();
    private final StringBuilder text = new StringBuilder();
    private long firstTokenMillis;
    private boolean ended;

    Answer(Turn turn, Prompt prompt, Reservation reservation) {
        this.turn = turn;
        this.prompt = prompt;
        this.reservation = reservation;
    }

    Turn turn() {
        return turn;
    }

    Prompt prompt() {
        return prompt;
    }

    Reservation reservation() {
        return reservation;
    }

    PreviewEvent opening() {
        return turn.opening(reservation.warning());
    }

    synchronized PreviewEvent heard(String token) {
        add(token);
        return new PreviewEvent.Token(token);
    }

    /** Nothing that was said so far has been said, but this. */
    synchronized PreviewEvent replaced(String instead) {
        add(instead);
        text.delete(0, text.length() - instead.length());
        return new PreviewEvent.Token(instead, true);
    }

    /** Ends the answer; true for the first who says so, whose ending is the one that counts. */
    synchronized boolean end() {
        var first = !ended;
        ended = true;
        return first;
    }

    /** What was said of it in this turn. */
    synchronized String text() {
        return text.toString();
    }

    /** The same, with what was there of it before when it is continued. */
    String whole() {
        return turn.beginning() + text();
    }

    boolean isSilent() {
        return text().isEmpty();
    }

    synchronized PreviewReplied replied(String finishReason, Usage usage) {
        return new PreviewReplied(turn.sessionId(), turn.persona().personalityId(), turn.persona().version(),
                turn.userId(), usage.promptTokens(), usage.completionTokens(), firstTokenMillis, millis(),
                finishReason, now());
    }

    PreviewReplied stopped() {
        return replied(STOPPED, estimate());
    }

    /** The usage of an answer that was cut short is nowhere reported. */
    Usage estimate() {
        return new Usage(prompt.tokens(), Tokens.estimate(text()));
    }

    PreviewFailed failed(String reason) {
        return new PreviewFailed(turn.sessionId(), turn.persona().personalityId(), turn.persona().version(),
                turn.userId(), reason, millis(), now());
    }

    /** The problem with what its reader needs to try again: the conversation, and the messages left in it. */
    Problem described(Problem problem) {
        var takenBack = isSilent() && !turn.continues();
        return problem.with("sessionId", turn.sessionId()).with("remaining",
                takenBack ? turn.remaining() + 1 : turn.remaining());
    }

    private void add(String token) {
        if (text.isEmpty()) {
            firstTokenMillis = millis();
        }
        text.append(token);
    }

    private long millis() {
        return Duration.ofNanos(System.nanoTime() - accepted).toMillis();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
