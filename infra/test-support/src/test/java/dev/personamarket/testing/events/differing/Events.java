package dev.personamarket.testing.events.differing;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.personamarket.testing.events.EventType;
import dev.personamarket.testing.events.IncomingEvent;

public final class Events {

    private Events() {}

    @EventType(topic = "marketplace.previews", type = "marketplace.RatingSubmitted.v1")
    public record RatingSubmitted() {}

    @EventType(topic = "marketplace.ratings", type = "marketplace.RatingDoubted.v1")
    public record RatingDoubted() {}

    @IncomingEvent("marketplace.PersonalityPublished.v1")
    public record PersonalityPublished(UUID personalityId, @Nullable String nickname, List<Trait> traits) {}

    public record Trait(String name, String colour) {}

    @IncomingEvent("marketplace.PersonalityArchived.v1")
    public record PersonalityArchived(int personalityId) {}

    @IncomingEvent("marketplace.PersonalityArchived.v1")
    public record PersonalityRested(int years) {}

    @IncomingEvent("marketplace.PersonalityRenamed.v1")
    public record PersonalityRenamed(UUID personalityId) {}
}
