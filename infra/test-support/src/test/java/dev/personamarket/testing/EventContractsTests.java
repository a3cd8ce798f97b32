package dev.personamarket.testing;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.personamarket.testing.events.Subscription;
import dev.personamarket.testing.events.agreeing.Events;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EventContractsTests {

    private static final String PERSONALITIES = "marketplace.personalities";
    private static final String AGREEING = "dev.personamarket.testing.events.agreeing";
    private static final String DIFFERING = "dev.personamarket.testing.events.differing";

    private final Subscription both = Subscription.to(PERSONALITIES, Events.PersonalityPublished.class,
            Events.personalityArchived());
    private final Subscription previews = Subscription.to("marketplace.previews", Events.PreviewReplied.class)
            .ignoring("marketplace.PreviewStarted.v1", "marketplace.PreviewFailed.v1");
    private final Subscription deployments = Subscription
            .to("marketplace.deployments", Events.PersonalityDeployed.class)
            .ignoring("marketplace.DeploymentRequested.v1", "marketplace.DeploymentFailed.v1",
                    "marketplace.DeploymentUpdated.v1", "marketplace.PersonalityUndeployed.v1");
    private final Subscription one = Subscription.to(PERSONALITIES, Events.PersonalityPublished.class);

    @Test
    void aServiceThatDoesWhatTheDocumentSaysIsFine() {
        assertThatCode(() -> EventContracts.of("rating-service", AGREEING)
                .verify(List.of(both, previews, deployments)))
                .doesNotThrowAnyException();
    }

    @Test
    void aServiceThatTheDocumentDoesNotKnowIsToldEachEvent() {
        assertThatThrownBy(() -> EventContracts.of("weather-service", AGREEING).verify(List.of(both)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("weather-service and infra/contracts/asyncapi.yaml do not agree")
                .hasMessageContaining("the code sends marketplace.RatingSubmitted.v1 on marketplace.ratings, "
                        + "the document has no such operation")
                .hasMessageContaining("the code reads marketplace.PersonalityPublished.v1 on " + PERSONALITIES);
    }

    @Test
    void whatTheDocumentSaysAndTheCodeLacksIsAFault() {
        assertThatThrownBy(() -> EventContracts.of("rating-service", DIFFERING).verify(List.of()))
                .hasMessageContaining("the document says that it sends marketplace.RatingWithdrawn.v1 on "
                        + "marketplace.ratings, the code does not")
                .hasMessageContaining("the document says that it reads marketplace.PersonalityPublished.v1 on "
                        + PERSONALITIES);
    }

    @Test
    void theRightEventOnTheWrongTopicIsAFault() {
        assertThatThrownBy(() -> EventContracts.of("rating-service", DIFFERING).verify(List.of()))
                .hasMessageContaining("the code sends marketplace.RatingSubmitted.v1 on marketplace.previews")
                .hasMessageContaining("says that it sends marketplace.RatingSubmitted.v1 on marketplace.ratings");
    }

    @Test
    void everyTypeOnASubscribedTopicIsDecidedUpon() {
        assertThatThrownBy(() -> EventContracts.of("rating-service", AGREEING).verify(List.of(one)))
                .hasMessageContaining("marketplace.PersonalityArchived.v1 on " + PERSONALITIES
                        + " is neither handled nor ignored")
                .hasMessageContaining("agreeing.Events$PersonalityArchived is read by no subscription");
    }

    @Test
    void aBroadcastIsReadButNeedNotDecideAboutEveryType() {
        assertThatThrownBy(() -> EventContracts.of("rating-service", AGREEING).verify(List.of(), List.of(one)))
                .hasMessageContaining("the document says that it reads marketplace.PersonalityArchived.v1")
                .hasMessageNotContaining("reads marketplace.PersonalityPublished.v1")
                .hasMessageNotContaining("neither handled nor ignored");
    }

    @Test
    void ignoringATypeThatDoesNotExistIsAFault() {
        assertThatThrownBy(() -> EventContracts.of("rating-service", AGREEING)
                .verify(List.of(both.ignoring("marketplace.PersonalityBorn.v1"))))
                .hasMessageContaining("marketplace.PersonalityBorn.v1 is ignored on " + PERSONALITIES);
    }

    @Test
    void ignoringATypeIsADecisionButNotReadingIt() {
        assertThatThrownBy(() -> EventContracts.of("rating-service", AGREEING)
                .verify(List.of(one.ignoring("marketplace.PersonalityArchived.v1"))))
                .hasMessageContaining("the document says that it reads marketplace.PersonalityArchived.v1")
                .hasMessageNotContaining("neither handled nor ignored");
    }

    @Test
    void aRecordThatCannotReadTheGoldenSampleIsAFault() {
        assertThatThrownBy(() -> EventContracts.of("rating-service", DIFFERING).verify(List.of()))
                .hasMessageContaining("Events$PersonalityArchived cannot read the golden sample")
                .hasMessageContaining("Events$PersonalityRested cannot read the golden sample")
                .hasMessageContaining("asyncapi.yaml names no event of type marketplace.PersonalityRenamed.v1");
    }

    @Test
    void aComponentThatNobodySendsIsAFaultAtAnyDepthAndEvenWhenNullable() {
        assertThatThrownBy(() -> EventContracts.of("rating-service", DIFFERING).verify(List.of()))
                .hasMessageContaining("reads 'nickname', which the golden sample")
                .hasMessageContaining("reads 'traits[].colour', which the golden sample");
    }
}
