package dev.personamarket.preview.agent;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import reactor.core.Disposable;
import reactor.core.Disposables;

/** A question that this instance is at work on: first whether it is answered at all, then the answer. */
final class AgentWork {

    private final AgentTurn turn;
    private final Disposable.Swap course = Disposables.swap();
    private volatile @Nullable AgentAnswer answer;

    AgentWork(AgentTurn turn) {
        this.turn = turn;
    }

    AgentTurn turn() {
        return turn;
    }

    /** Empty while it is not known whether there will be any. */
    Optional<AgentAnswer> answer() {
        return Optional.ofNullable(answer);
    }

    void accepted(AgentAnswer begun) {
        answer = begun;
    }

    void goesOnAs(Disposable work) {
        course.update(work);
    }

    /** Ends it where it stands, the call to the model included. */
    void stop() {
        course.dispose();
    }
}
