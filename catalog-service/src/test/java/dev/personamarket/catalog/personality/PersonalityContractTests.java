package dev.personamarket.catalog.personality;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.personamarket.testing.Contracts;
import tools.jackson.databind.json.JsonMapper;

class PersonalityContractTests {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00.412Z");

    private final Personality published = Personality.draft(PersonalityId.next(),
            Contents.imported(), UUID.randomUUID(), NOW).personality().publish(NOW)
            .personality();

    @Test
    void publishingIsToldAsPromised() {
        var events = published.archive(NOW).personality().restore("orla", NOW).events();

        Contracts.assertSameShape("marketplace.PersonalityPublished.v1", events.getFirst());
        Contracts.assertSameShape("marketplace.PromptPublished.v1", events.getLast());
    }

    @Test
    void archivingIsToldAsPromised() {
        var events = published.archive(NOW).events();

        Contracts.assertSameShape("marketplace.PersonalityArchived.v1", events.getFirst());
        Contracts.assertSameShape("marketplace.PromptWithdrawn.v1", events.getLast());
    }

    @Test
    void oneWithoutCreatorAndFaceKeepsThePromiseToo() {
        var events = Personality.draft(PersonalityId.next(), Contents.orla(), null, NOW).personality().publish(NOW)
                .events();

        Contracts.assertValid("marketplace.PersonalityPublished.v1",
                JsonMapper.shared().valueToTree(events.getFirst()));
    }
}
