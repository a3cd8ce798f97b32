package dev.personamarket.preview.conversation;

import org.springframework.http.HttpStatus;

import dev.personamarket.defaults.problems.Problem;

/** What people are told whose wish a conversation does not fulfil, with the messages that they have left in it. */
final class Refusals {

    private Refusals() {}

    /** Why nothing can be said in this conversation now. */
    static Problem ofMessage(Conversation conversation) {
        return conversation.remaining() > 0 ? beingAnswered(conversation) : limitReached(conversation);
    }

    /** Why the last answer in this conversation does not go on. */
    static Problem ofGoingOn(Conversation conversation) {
        return conversation.answering() ? beingAnswered(conversation) : nothingToGoOnWith(conversation);
    }

    static Problem sessionNotFound() {
        return Problem.of(HttpStatus.NOT_FOUND, "session-not-found", "You have no conversation of this id here.");
    }

    private static Problem beingAnswered(Conversation conversation) {
        return with(conversation, Problem.of(HttpStatus.CONFLICT, "preview-busy",
                "The last message is still being answered."));
    }

    private static Problem limitReached(Conversation conversation) {
        return with(conversation, Problem.of(HttpStatus.TOO_MANY_REQUESTS, "preview-limit-reached",
                "This conversation has reached its end. Begin another, or deploy the personality."));
    }

    private static Problem nothingToGoOnWith(Conversation conversation) {
        return with(conversation, Problem.of(HttpStatus.CONFLICT, "nothing-to-go-on-with",
                "The last answer is complete, or was continued as often as it may be."));
    }

    private static Problem with(Conversation conversation, Problem problem) {
        return problem.with("remaining", conversation.remaining());
    }
}
