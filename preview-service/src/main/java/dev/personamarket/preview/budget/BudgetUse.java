package dev.personamarket.preview.budget;

import java.time.Instant;

/**
 * How far somebody's own budget is used up; they hear of it from 80 % on.
 *
 * @param used    tokens of this day, before the message that is being answered
 * @param limit   tokens that a day has
 * @param resetAt when the next day begins
 */
public record BudgetUse(long used, long limit, Instant resetAt) {

    private static final double WARNING = 0.8;

    boolean isWorthAWarning() {
        return used >= WARNING * limit;
    }
}
