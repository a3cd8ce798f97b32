package dev.personamarket.preview.agent;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.springframework.http.HttpHeaders;

import dev.personamarket.defaults.problems.Problem;
import dev.personamarket.preview.model.ModelException;

/**
 * A question gets no answer.
 *
 * @see AgentTurnFailed
 */
final class Unanswered extends RuntimeException {

    private static final String INTERNAL = "internal_error";
    private static final String MODEL_UNAVAILABLE = "model_unavailable";

    private final String reason;
    private final @Nullable Duration retryAfter;

    private Unanswered(String reason, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(reason, cause);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    static Unanswered tooLate() {
        return new Unanswered("too_late", null, null);
    }

    static Unanswered withdrawn() {
        return new Unanswered("personality_withdrawn", null, null);
    }

    static Unanswered versionUnknown() {
        return new Unanswered("version_unknown", null, null);
    }

    /** What the failure of a step means for who asked. */
    static Unanswered because(Throwable error) {
        return switch (error) {
            case Unanswered known -> known;
            case ModelException fault -> new Unanswered(MODEL_UNAVAILABLE, fault.retryAfter(), fault);
            case Problem problem -> new Unanswered(reason(problem), retryAfter(problem), problem);
            default -> new Unanswered(INTERNAL, null, error);
        };
    }

    /** Of the moderation that refuses the question or cannot tell, or of a budget without room. */
    private static String reason(Problem problem) {
        return switch (problem.getStatusCode().value()) {
            case 422 -> "message_refused";
            case 429 -> "budget_exhausted";
            default -> MODEL_UNAVAILABLE;
        };
    }

    private static @Nullable Duration retryAfter(Problem problem) {
        var seconds = problem.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
        return seconds == null ? null : Duration.ofSeconds(Long.parseLong(seconds));
    }

    /** Whether the fault is ours. */
    boolean isInternal() {
        return reason.equals(INTERNAL);
    }

    void log(Logger log, AgentTurn turn) {
        if (isInternal()) {
            log.error("Turn {} got no answer", turn.id(), getCause());
        } else {
            var cause = getCause() instanceof ModelException fault ? fault.getMessage() : "";
            log.info("Turn {} got no answer: {} {}", turn.id(), reason, cause);
        }
    }

    /** As the event names it. */
    String reason() {
        return reason;
    }

    @Nullable
    Long retryAfterSeconds() {
        return retryAfter == null ? null : Math.max(1, retryAfter.toSeconds());
    }
}
