package dev.personamarket.preview.moderation;

import java.time.Duration;

import org.springframework.http.HttpStatus;

import dev.personamarket.defaults.problems.Problem;

/** What people are told about a message that was not accepted. */
final class Refusal {

    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    private Refusal() {}

    /** 422, with the category as OpenAI names it. */
    static Problem of(Category category) {
        var help = category.isSelfHarm()
                ? " If you think of harming yourself, please talk to somebody now: a person whom you trust, or the "
                        + "crisis line or emergency number of your country."
                : " You can say it in another way.";
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "message-refused",
                "Your message was not passed on, since it seems to be about %s.%s".formatted(category.words(), help))
                .with("category", category.label());
    }

    /** 503: whether the message is one that nobody may read cannot be told now. */
    static Problem unjudged() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "moderation-unavailable",
                "Messages cannot be checked right now, so none are accepted.").retryAfter(A_MOMENT);
    }
}
