package dev.personamarket.defaults.idempotency;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How long keys bind.
 *
 * @param takeOverAfter how long a request with a key may take; after that its process is thought dead, and the same
 *                      request may be run anew. Longer than the gateway waits and than a statement may take
 * @param retention     how long a key is remembered from its first use on; it is forgotten up to an hour later
 * @param maxAnswer     a longer answer is sent, but not kept
 */
@ConfigurationProperties("marketplace.idempotency")
public record IdempotencyProperties(@DefaultValue("30s") Duration takeOverAfter,
        @DefaultValue("24h") Duration retention, @DefaultValue("64KB") DataSize maxAnswer) {

    public IdempotencyProperties {
        if (!takeOverAfter.isPositive() || retention.compareTo(takeOverAfter) <= 0) {
            throw new IllegalArgumentException(
                    "marketplace.idempotency: take-over-after must be positive and shorter than retention");
        }
    }
}
