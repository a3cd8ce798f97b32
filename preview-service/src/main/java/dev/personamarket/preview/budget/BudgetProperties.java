package dev.personamarket.preview.budget;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import jakarta.validation.constraints.Min;

/**
 * Tokens, prompts and answers together, that may be used from one midnight UTC to the next. 0 is no limit; what is used
 * is counted all the same, so that a limit set in the middle of a day holds for all of it. What one person has is enough
 * for one conversation of full length.
 *
 * @param visitor     by one cookie
 * @param user        by one who is signed in
 * @param server      by all on one server that personalities are deployed to
 * @param personality by all who talk with the same one
 * @param site        by all
 * @param kept        days after which the figures of one are deleted
 */
@Validated
@ConfigurationProperties("marketplace.preview.budget")
public record BudgetProperties(@Min(0) @DefaultValue("60000") long visitor, @Min(0) @DefaultValue("300000") long user,
        @Min(0) @DefaultValue("1000000") long server, @Min(0) @DefaultValue("2000000") long personality,
        @Min(0) @DefaultValue("10000000") long site,
        @DefaultValue("7d") Duration kept) {

    /** {@link Long#MAX_VALUE} when there is no limit. */
    long limit(Scope.Kind kind) {
        var limit = switch (kind) {
            case VISITOR -> visitor;
            case USER -> user;
            case SERVER -> server;
            case PERSONALITY -> personality;
            case SITE -> site;
        };
        return limit == 0 ? Long.MAX_VALUE : limit;
    }
}
