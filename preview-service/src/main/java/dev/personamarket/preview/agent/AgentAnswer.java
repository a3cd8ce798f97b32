package dev.personamarket.preview.agent;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.personamarket.preview.budget.Reservation;
import dev.personamarket.preview.model.ModelEvent;
import dev.personamarket.preview.model.ModelException;
import dev.personamarket.preview.model.ModelFault;
import dev.personamarket.preview.model.Prompt;
import dev.personamarket.preview.model.Usage;
import dev.personamarket.preview.persona.Persona;
import dev.personamarket.preview.speaking.Speech;

/** The answer to an accepted question, in the making: how far it came, and what is told of it. */
final class AgentAnswer {

    /** What an event can carry, in characters: several times what our models say at most. */
    private static final int LONGEST = 16_000;

    /** More than are told of one answer, so that those of the next try come after all of this one. */
    private static final int STEPS = 10_000;

    private static final Pattern WHOLE_SENTENCE = Pattern.compile("\\p{L}[^.!?…。！？]*[.!?…。！？]");

    private final AgentTurn turn;
    private final Persona persona;
    private final Speech speech;
    private final Reservation reservation;
    private Usage used = Usage.NONE;
    private String finishReason = "";
    private String told = "";
    private int steps;

    AgentAnswer(AgentTurn turn, Persona persona, Prompt prompt, Reservation reservation) {
        this.turn = turn;
        this.persona = persona;
        this.speech = new Speech(prompt);
        this.reservation = reservation;
    }

    AgentTurn turn() {
        return turn;
    }

    Persona persona() {
        return persona;
    }

    Speech speech() {
        return speech;
    }

    Reservation reservation() {
        return reservation;
    }

    /** @throws ModelException if it is complete and says nothing, which nobody can be shown */
    void hear(ModelEvent event) {
        switch (event) {
            case ModelEvent.Token token -> speech.heard(token.text());
            case ModelEvent.Replacement replacement -> speech.replaced(replacement.text());
            case ModelEvent.Finished finished -> finish(finished.reason(), finished.usage());
        }
    }

    /** It broke off, and what there is of it has to do. */
    void breakOff() {
        finish("failed", speech.estimate());
    }

    private void finish(String reason, Usage usage) {
        if (text().isBlank()) {
            throw new ModelException(ModelFault.BROKEN, "The answer is blank");
        }
        finishReason = reason;
        used = usage;
    }

    /** Whether half an answer is better than none: it says at least one whole sentence. */
    boolean isOfUse() {
        return WHOLE_SENTENCE.matcher(text()).find();
    }

    /** How far it came, if that is not what was told the last time; for one teller. */
    Optional<AgentTurnProgressed> progress() {
        var text = text();
        if (text.isBlank() || text.equals(told)) {
            return Optional.empty();
        }
        told = text;
        return Optional.of(new AgentTurnProgressed(turn.conversationId(), turn.id(), turn.personalityId(), text,
                (turn.number() - 1) * STEPS + ++steps, now()));
    }

    AgentTurnAnswered answered(long millis) {
        return new AgentTurnAnswered(turn.conversationId(), turn.id(), turn.personalityId(), turn.version(),
                speech.prompt().hash(), text(), finishReason, used.promptTokens(), used.completionTokens(), millis,
                now());
    }

    Usage used() {
        return used;
    }

    private String text() {
        var text = speech.text();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
