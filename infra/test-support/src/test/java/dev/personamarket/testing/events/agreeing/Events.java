package dev.personamarket.testing.events.agreeing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.personamarket.testing.events.EventType;
import dev.personamarket.testing.events.IncomingEvent;

public final class Events {

    private Events() {}

    public record Summary(long version, int count, double average, List<Integer> histogram,
            List<Integer> verified, double score) {}

    @EventType(topic = "marketplace.ratings", type = "marketplace.RatingSubmitted.v1")
    public record RatingSubmitted(UUID ratingId, UUID personalityId, UUID raterId, int stars,
            @Nullable Integer previousStars, boolean verified, Summary summary, Instant submittedAt) {

        public UUID subject() {
            return personalityId;
        }
    }

    @EventType(topic = "marketplace.ratings", type = "marketplace.RatingWithdrawn.v1")
    public record RatingWithdrawn() {}

    @EventType(topic = "marketplace.ratings", type = "marketplace.RatingVerified.v1")
    public record RatingVerified() {}

    @EventType(topic = "marketplace.ratings", type = "marketplace.SummaryRecounted.v1")
    public record SummaryRecounted() {}

    @IncomingEvent("marketplace.PersonalityPublished.v1")
    public record PersonalityPublished(UUID personalityId, long revision, @JsonProperty("name") String title,
            Optional<UUID> creatorId, List<Trait> traits) {}

    public record Trait(String name, int value) {}

    @IncomingEvent("marketplace.PersonalityArchived.v1")
    record PersonalityArchived(UUID personalityId, long revision) {}

    @IncomingEvent("marketplace.PreviewReplied.v1")
    public record PreviewReplied(UUID personalityId, Optional<UUID> userId) {}

    @IncomingEvent("marketplace.PersonalityDeployed.v1")
    public record PersonalityDeployed(UUID personalityId, UUID deployedBy) {}

    public static Class<?> personalityArchived() {
        return PersonalityArchived.class;
    }
}
