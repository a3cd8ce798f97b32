package dev.personamarket.testing;

import org.junit.jupiter.api.Test;

import dev.personamarket.testing.AsyncApi.TopicEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AsyncApiTests {

    private final AsyncApi document = AsyncApi.committed();

    @Test
    void aServiceSendsItsOwnEventsAndNoDeadLetters() {
        assertThat(document.sentBy("rating-service")).containsExactly(
                new TopicEvent("marketplace.ratings", "marketplace.RatingSubmitted.v1"),
                new TopicEvent("marketplace.ratings", "marketplace.RatingVerified.v1"),
                new TopicEvent("marketplace.ratings", "marketplace.RatingWithdrawn.v1"),
                new TopicEvent("marketplace.ratings", "marketplace.SummaryRecounted.v1"));
    }

    @Test
    void aServiceReadsOnlyWhatItCaresFor() {
        assertThat(document.receivedBy("catalog-service")).extracting(TopicEvent::type).containsExactlyInAnyOrder(
                "marketplace.PersonalityArchived.v1", "marketplace.PersonalityPublished.v1",
                "marketplace.PersonalityDeployed.v1", "marketplace.PersonalityUndeployed.v1",
                "marketplace.PreviewStarted.v1", "marketplace.RatingSubmitted.v1",
                "marketplace.RatingVerified.v1", "marketplace.RatingWithdrawn.v1",
                "marketplace.SummaryRecounted.v1");
    }

    @Test
    void aTopicHasAllItsTypes() {
        assertThat(document.typesOn("marketplace.deployments")).containsExactly("marketplace.DeploymentFailed.v1",
                "marketplace.DeploymentRequested.v1", "marketplace.DeploymentUpdated.v1",
                "marketplace.PersonalityDeployed.v1", "marketplace.PersonalityUndeployed.v1");
        assertThat(document.typesOn("marketplace.weather")).isEmpty();
    }

    @Test
    void anEventKnowsItsKeyAndItsSchema() {
        assertThat(document.keyOf("marketplace.PreviewStarted.v1")).isEqualTo("sessionId");
        assertThat(document.schemaOf("marketplace.PreviewStarted.v1"))
                .isEqualTo("events/marketplace.previews/preview-started.v1.schema.json");
    }

    @Test
    void anEventThatNobodyNamedIsAFailure() {
        assertThatThrownBy(() -> document.keyOf("marketplace.SunRisen.v1")).isInstanceOf(AssertionError.class)
                .hasMessageContaining("marketplace.SunRisen.v1");
    }
}
