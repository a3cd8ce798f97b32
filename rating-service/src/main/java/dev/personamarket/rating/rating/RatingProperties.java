package dev.personamarket.rating.rating;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a rating takes and what it counts. Who changes the weights stores the new scores by the command
 * {@code recount --repair}; until then each personality gets its own with its next rating.
 *
 * @param requireUse whether only those may rate who have used the personality; ratings that were given stay
 */
@ConfigurationProperties("marketplace.rating")
public record RatingProperties(@DefaultValue("false") boolean requireUse, @DefaultValue Prior prior,
        @DefaultValue Weight weight) {

    private static final double MOST = 1_000_000;

    /**
     * Imaginary ratings that stand beside the real ones, so that one vote does not lead.
     *
     * @param count how many; above 0, at most a million
     * @param mean  their stars, 1 to 5
     */
    public record Prior(@DefaultValue("10") double count, @DefaultValue("3.5") double mean) {

        public Prior {
            check(count > 0 && count <= MOST, "prior.count must be above 0 and at most 1000000");
            check(mean >= 1 && mean <= 5, "prior.mean must be 1 to 5");
        }
    }

    /**
     * How much a rating counts in the score, beside an imaginary one's 1; 0 to a million.
     *
     * @param verified of somebody who has used the personality
     */
    public record Weight(@DefaultValue("1") double unverified, @DefaultValue("3") double verified) {

        public Weight {
            check(unverified >= 0 && unverified <= MOST, "weight.unverified must be 0 to 1000000");
            check(verified >= 0 && verified <= MOST, "weight.verified must be 0 to 1000000");
        }
    }

    private static void check(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("marketplace.rating." + rule);
        }
    }
}
