package dev.personamarket.preview.conversation;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import jakarta.validation.constraints.Min;

/**
 * How long conversations are kept, and who may speak in them.
 *
 * @param life          after the last thing said; then a conversation is forgotten
 * @param saveEvery     between two times that all answers under way are stored as far as they have come
 * @param lease         after which an answer that nobody stores any more, as its instance died, no longer blocks its
 *                      conversation; more than twice {@code saveEvery}, so that one late time does no harm
 * @param continuations of one answer
 */
@Validated
@ConfigurationProperties("marketplace.preview.session")
record SessionProperties(@DefaultValue("24h") Duration life, @DefaultValue("2s") Duration saveEvery,
        @DefaultValue("10s") Duration lease, @Min(0) @DefaultValue("3") int continuations) {

    SessionProperties {
        if (lease.compareTo(saveEvery.multipliedBy(2)) <= 0) {
            throw new IllegalArgumentException(
                    "marketplace.preview.session.lease must be more than twice as long as save-every");
        }
    }

    double lifeSeconds() {
        return life.toMillis() / 1_000.0;
    }

    double leaseSeconds() {
        return lease.toMillis() / 1_000.0;
    }
}
