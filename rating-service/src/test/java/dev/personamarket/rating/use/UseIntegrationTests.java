package dev.personamarket.rating.use;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import dev.personamarket.rating.Catalogue;
import dev.personamarket.rating.RatingServiceTest;
import dev.personamarket.rating.Usage;
import dev.personamarket.rating.rating.People;
import dev.personamarket.testing.Contracts;
import dev.personamarket.testing.TestIdentity;
import dev.personamarket.testing.TestKafka;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@RatingServiceTest
class UseIntegrationTests {

    private static final String VERIFIED = "marketplace.RatingVerified.v1";

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Usage usage;

    @Autowired
    private TestKafka kafka;

    @Autowired
    private DatabaseClient database;

    private final People people;
    private final UUID ada;
    private UUID personality = new UUID(0, 0);

    UseIntegrationTests(@Autowired WebTestClient client, @Autowired TestIdentity identity) {
        people = new People(client, identity);
        ada = identity.user("ada").id();
    }

    @BeforeEach
    void aPersonalityIsPublished() {
        personality = catalogue.published();
    }

    @Test
    void whoWasAnsweredGivesAVerifiedRating() {
        usage.replied(personality, ada);
        usage.awaitUse(personality, ada);

        var rated = people.say("ada", personality, 5, "Listens.");

        assertThat(rated.at("/rating/verified").asBoolean()).isTrue();
        assertThat(rated.at("/summary/verified").toString()).isEqualTo("[0,0,0,0,1]");
        assertThat(rated.at("/summary/score").asDouble()).isEqualTo((35 + 15) / 13.0);
        assertThat(kafka.awaitEvent("marketplace.RatingSubmitted.v1", this::isOurs).path("verified").asBoolean())
                .isTrue();
    }

    @Test
    void whoTookItHomeGivesAVerifiedRating() {
        usage.deployed(personality, ada);
        usage.awaitUse(personality, ada);

        assertThat(people.say("ada", personality, 5, "At home here.").at("/rating/verified").asBoolean()).isTrue();
    }

    @Test
    void whoOnlyReadsAboutItGivesAnUnverifiedOne() {
        usage.started(personality, ada);
        usage.replied(personality, null);
        usage.awaitHandled(usage.replied(catalogue.published(), ada));
        usage.awaitHandled(usage.replied(personality, UUID.randomUUID()));
        var rated = people.say("ada", personality, 5, "Sounds nice.");

        assertThat(rated.at("/rating/verified").asBoolean()).isFalse();
        assertThat(rated.at("/summary/verified").toString()).isEqualTo("[0,0,0,0,0]");
        assertThat(rated.at("/summary/score").asDouble()).isEqualTo((35 + 5) / 11.0);
    }

    @Test
    void aRatingIsVerifiedWhenItsAuthorUsesThePersonalityLater() {
        var rated = people.say("ada", personality, 4, "We will see.");

        usage.replied(personality, ada);

        var event = kafka.awaitEvent(VERIFIED, this::isOurs);
        Contracts.assertValid(VERIFIED, event);
        assertThat(event.path("ratingId")).isEqualTo(rated.at("/rating/id"));
        assertThat(event.path("raterId").asString()).isEqualTo(ada.toString());
        assertThat(event.at("/summary/version").asLong()).isEqualTo(2);
        assertThat(event.at("/summary/verified").toString()).isEqualTo("[0,0,0,1,0]");
        assertThat(event.at("/summary/histogram").toString()).isEqualTo("[0,0,0,1,0]");
        assertThat(people.ownRating("ada", personality).path("verified").asBoolean()).isTrue();
    }

    @Test
    void usingItAgainChangesNothing() {
        people.say("ada", personality, 4, "We will see.");
        var event = UUID.randomUUID();

        usage.replied(personality, ada, event);
        usage.replied(personality, ada, event);
        usage.awaitHandled(usage.deployed(personality, ada));
        usage.awaitHandled(usage.replied(personality, ada));

        assertThat(people.say("ada", personality, 5, "Yes.").at("/summary/version").asLong()).isEqualTo(3);
        assertThat(kafka.events(VERIFIED)).filteredOn(this::isOurs).hasSize(1);
    }

    @Test
    void withdrawingLeavesTheUseAndNothingElse() {
        usage.replied(personality, ada);
        usage.awaitUse(personality, ada);
        var first = people.say("ada", personality, 2, "Once.");

        people.takeBack("ada", personality);

        assertThat(row()).isEqualTo("true,null,null,null,null,0");
        var second = people.say("ada", personality, 4, "Twice.");
        assertThat(second.at("/rating/verified").asBoolean()).isTrue();
        assertThat(second.at("/rating/id")).isNotEqualTo(first.at("/rating/id"));
        assertThat(second.at("/summary/histogram").toString()).isEqualTo("[0,0,0,1,0]");
        assertThat(second.at("/summary/verified").toString()).isEqualTo("[0,0,0,1,0]");
    }

    @Test
    void useAloneIsNoRating() {
        usage.replied(personality, ada);
        usage.awaitUse(personality, ada);

        assertThat(row()).isEqualTo("true,null,null,null,null,0");
        assertThat(kafka.events(VERIFIED)).noneMatch(this::isOurs);
    }

    @Test
    void readsTheGoldenSamples() {
        assertThat(Contracts.read("marketplace.PreviewReplied.v1", PreviewReplied.class).userId())
                .hasToString("e96e02d8-e47f-82a7-803b-e5117b3ed175");
        assertThat(Contracts.read("marketplace.PersonalityDeployed.v1", PersonalityDeployed.class).deployedBy())
                .hasToString("e96e02d8-e47f-82a7-803b-e5117b3ed175");
    }

    /** All that is kept of ada beside the two ids. */
    private String row() {
        return String.valueOf(database.sql("""
                SELECT concat_ws(',', used::text, coalesce(stars::text, 'null'), coalesce(review, 'null'),
                    coalesce(submitted_at::text, 'null'), coalesce(personality_version::text, 'null'), helpful_count)
                FROM rating WHERE personality_id = :personality AND rater_id = :ada
                """).bind("personality", personality).bind("ada", ada).mapValue(String.class).one().block());
    }

    private boolean isOurs(JsonNode event) {
        return event.path("personalityId").asString().equals(personality.toString());
    }
}
