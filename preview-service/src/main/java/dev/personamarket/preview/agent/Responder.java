package dev.personamarket.preview.agent;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongFunction;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.personamarket.defaults.database.DatabaseFailures;
import dev.personamarket.outbox.OutgoingEvent;
import dev.personamarket.preview.model.ModelException;
import dev.personamarket.preview.model.Usage;
import dev.personamarket.preview.speaking.Endings;
import dev.personamarket.preview.speaking.Speaker;
import reactor.core.publisher.Mono;

/** Answers one question, or says why not. Whichever it is, it is told once, in the transaction that ends the question. */
@Component
class Responder {

    private static final Logger LOG = LoggerFactory.getLogger(Responder.class);

    private final AgentReception reception;
    private final Speaker speaker;
    private final AgentTurns turns;
    private final Endings endings;
    private final AgentMetrics metrics;

    Responder(AgentReception reception, Speaker speaker, AgentTurns turns, Endings endings, AgentMetrics metrics) {
        this.reception = reception;
        this.speaker = speaker;
        this.turns = turns;
        this.endings = endings;
        this.metrics = metrics;
    }

    /** Never fails: what cannot be stored is left to whoever takes the question when its lease has ended. */
    Mono<Void> respond(AgentWork work) {
        return reception.accept(work.turn()).doOnNext(work::accepted).flatMap(this::answered)
                .onErrorResume(error -> failed(work, error)).onErrorComplete(error -> left(work, error));
    }

    /** Pays for what was said of an answer that is given up without an end. */
    Mono<Void> abandon(AgentWork work) {
        work.stop();
        return Mono.justOrEmpty(work.answer())
                .flatMap(answer -> ended(answer, answer.speech().estimate(), Mono.empty()));
    }

    private Mono<Void> answered(AgentAnswer answer) {
        var turn = answer.turn();
        return speaker.speak(answer.persona(), turn.conversationId(), answer.speech().prompt())
                .doOnNext(answer::hear).then()
                .onErrorResume(ModelException.class, fault -> brokenOff(answer, fault))
                .then(Mono.defer(() -> ended(answer, answer.used(), told(turn, "answered", answer::answered))));
    }

    /** Nobody can ask a personality on a server to go on: they are better served by a part than by an apology. */
    private static Mono<Void> brokenOff(AgentAnswer answer, ModelException fault) {
        if (!answer.isOfUse()) {
            return Mono.error(fault);
        }
        LOG.warn("Turn {} got no whole answer: {}", answer.turn().id(), fault.getMessage());
        answer.breakOff();
        return Mono.empty();
    }

    private Mono<Void> failed(AgentWork work, Throwable error) {
        var why = Unanswered.because(error);
        if (why.isInternal() && DatabaseFailures.isAway(error)) {
            return Mono.error(error);
        }
        why.log(LOG, work.turn());
        var told = told(work.turn(), why.reason(), _ -> failure(work.turn(), why));
        return work.answer().map(answer -> ended(answer,
                answer.speech().isSilent() ? Usage.NONE : answer.speech().estimate(), told))
                .orElseGet(() -> Endings.carriedOut(endings.free(told)));
    }

    private Mono<Void> ended(AgentAnswer answer, Usage used, Mono<Void> storing) {
        return answer.speech().end()
                ? Endings.carriedOut(endings.paid(answer.reservation(), used, storing))
                : Mono.empty();
    }

    private Mono<Void> told(AgentTurn turn, String outcome, LongFunction<OutgoingEvent> event) {
        return turns.end(turn, event).doOnNext(time -> metrics.ended(outcome, time)).then();
    }

    private static AgentTurnFailed failure(AgentTurn turn, Unanswered why) {
        return new AgentTurnFailed(turn.conversationId(), turn.id(), turn.personalityId(), why.reason(),
                why.retryAfterSeconds(), Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    private static boolean left(AgentWork work, Throwable error) {
        LOG.warn("How turn {} ended could not be stored; it is answered anew", work.turn().id(), error);
        return true;
    }
}
