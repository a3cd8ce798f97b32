package dev.personamarket.catalog.personality;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.personamarket.defaults.problems.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PersonalityTests {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T09:00:00Z");
    private static final UUID ADA = UUID.fromString("fdee430d-40bd-857d-aeac-186cd9790033");

    @Test
    void aDraftIsNobodysBusiness() {
        var drafted = draft();

        assertThat(drafted.events()).isEmpty();
        assertThat(drafted.personality().status()).isEqualTo(Status.DRAFT);
        assertThat(drafted.personality().revision()).isOne();
        assertThat(drafted.personality().creatorId()).isEqualTo(ADA);
    }

    @Test
    void publishingMakesTheFirstVersionAndTellsTheWorldAndThePreview() {
        var change = draft().personality().publish(TUESDAY);

        assertThat(change.newVersion()).isEqualTo(
                new Publication(1, Contents.orla().hash(), Contents.orla(), TUESDAY));
        assertThat(change.personality().publication()).isEqualTo(change.newVersion());
        assertThat(change.events()).hasSize(2).allSatisfy(event -> assertThat(event.personalityId())
                .isEqualTo(change.personality().id().value()));
        assertThat(change.events().getFirst()).isInstanceOfSatisfying(PersonalityPublished.class, event -> {
            assertThat(event.version()).isOne();
            assertThat(event.revision()).isEqualTo(2);
            assertThat(event.contentHash()).isEqualTo(Contents.orla().hash());
            assertThat(event.publishedAt()).isEqualTo(TUESDAY);
        });
        assertThat(change.events().getLast()).isInstanceOfSatisfying(PromptPublished.class,
                event -> assertThat(event.systemPrompt()).isEqualTo("You are Orla."));
    }

    @Test
    void revisingAPublishedOneChangesNothingThatIsServed() {
        var published = published();

        var revised = published.revise(Contents.orlaSaying("Ahoy."), TUESDAY);

        assertThat(revised.events()).isEmpty();
        assertThat(revised.personality().publication()).isEqualTo(published.publication());
        assertThat(revised.personality().status()).isEqualTo(Status.PUBLISHED);
        assertThat(revised.personality().revision()).isEqualTo(published.revision() + 1);
        assertThat(revised.personality().hasUnpublishedChanges()).isTrue();
    }

    @Test
    void publishingAgainMakesTheNextVersion() {
        var change = published().revise(Contents.orlaSaying("Ahoy."), TUESDAY).personality().publish(TUESDAY);

        assertThat(change.newVersion()).extracting(Publication::version).isEqualTo(2);
        assertThat(change.personality().hasUnpublishedChanges()).isFalse();
    }

    @Test
    void publishingWhatIsServedAlreadyIsNothingNew() {
        assertThat(published().publish(TUESDAY)).isEqualTo(Change.none(published()));
    }

    @Test
    void revisingToTheSameIsNoChange() {
        assertThat(published().revise(Contents.orla(), TUESDAY)).isEqualTo(Change.none(published()));
    }

    @Test
    void anArchivedOneIsWithdrawnFromTheWorldAndFromThePreview() {
        var change = published().archive(TUESDAY);

        assertThat(change.personality().status()).isEqualTo(Status.ARCHIVED);
        assertThat(change.events()).hasSize(2);
        assertThat(change.events().getFirst()).isEqualTo(
                new PersonalityArchived(published().id().value(), published().revision() + 1, 1, TUESDAY));
        assertThat(change.events().getLast()).isInstanceOf(PromptWithdrawn.class);
    }

    @Test
    void aDraftIsArchivedInSilence() {
        assertThat(draft().personality().archive(TUESDAY).events()).isEmpty();
    }

    @Test
    void archivingTwiceIsArchivingOnce() {
        var archived = published().archive(TUESDAY).personality();

        assertThat(archived.archive(TUESDAY)).isEqualTo(Change.none(archived));
    }

    @Test
    void restoringServesTheSameVersionAgainUnderAHigherRevision() {
        var archived = published().archive(TUESDAY).personality();

        var change = archived.restore("orla", TUESDAY);

        assertThat(change.newVersion()).isNull();
        assertThat(change.personality().status()).isEqualTo(Status.PUBLISHED);
        assertThat(change.events().getFirst()).isInstanceOfSatisfying(PersonalityPublished.class, event -> {
            assertThat(event.version()).isOne();
            assertThat(event.revision()).isGreaterThan(archived.revision());
        });
    }

    @Test
    void aRestoredDraftIsADraftAgain() {
        var change = draft().personality().archive(TUESDAY).personality().restore("orla", TUESDAY);

        assertThat(change.personality().status()).isEqualTo(Status.DRAFT);
        assertThat(change.events()).isEmpty();
    }

    @Test
    void restoringWhatIsNotArchivedIsNoChange() {
        assertThat(published().restore("orla", TUESDAY)).isEqualTo(Change.none(published()));
    }

    @Test
    void anArchivedOneIsNeitherRevisedNorPublished() {
        var archived = published().archive(TUESDAY).personality();

        assertThatThrownBy(() -> archived.revise(Contents.orlaSaying("Ahoy."), TUESDAY)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> archived.publish(TUESDAY)).isInstanceOf(Problem.class);
    }

    @Test
    void theAddressIsFreeUntilItIsPublishedAndThenStays() {
        var moved = draft().personality().revise(Contents.orlaAt("orla-of-skerry"), TUESDAY).personality();
        assertThat(moved.draft().slug()).isEqualTo("orla-of-skerry");

        assertThatThrownBy(() -> published().revise(Contents.orlaAt("orla-of-skerry"), TUESDAY))
                .isInstanceOf(Problem.class);
    }

    @Test
    void anotherFaceWaitsForPublishingLikeAnyOtherChange() {
        var portrayed = published().revise(Contents.orla().withAvatar("ab".repeat(32)), TUESDAY).personality();

        assertThat(portrayed.hasUnpublishedChanges()).isTrue();
        assertThat(portrayed.publish(TUESDAY).events().getFirst()).isInstanceOfSatisfying(PersonalityPublished.class,
                event -> assertThat(event.avatar()).isNotNull());
    }

    @Test
    void whatIsArchivedAndThenDeletedIsWithdrawnOnce() {
        var archived = published().archive(TUESDAY).personality();

        var deleted = archived.delete(TUESDAY);

        assertThat(deleted.personality().status()).isEqualTo(Status.DELETED);
        assertThat(deleted.events()).isEmpty();
        assertThat(published().delete(TUESDAY).events()).hasSize(2);
        assertThatThrownBy(() -> deleted.personality().archive(TUESDAY)).isInstanceOf(Problem.class);
        assertThat(deleted.personality().delete(TUESDAY).isNothing()).isTrue();
    }

    @Test
    void underAnotherAddressItComesBackAsADraftUntilItIsPublished() {
        var deleted = published().delete(TUESDAY).personality();

        var back = deleted.restore("orla-2", TUESDAY);

        assertThat(back.events()).isEmpty();
        assertThat(back.personality().status()).isEqualTo(Status.DRAFT);
        assertThat(back.personality().draft().slug()).isEqualTo("orla-2");
        assertThat(back.personality().archive(TUESDAY).events()).isEmpty();
        assertThatThrownBy(() -> back.personality().revise(Contents.orla(), TUESDAY)).isInstanceOf(Problem.class);
        var served = back.personality().publish(TUESDAY);
        assertThat(served.personality().version()).isEqualTo(2);
        assertThat(served.events().getFirst()).isInstanceOfSatisfying(PersonalityPublished.class,
                event -> assertThat(event.slug()).isEqualTo("orla-2"));
    }

    @Test
    void whatWasRestoredElsewhereIsServedAgainWhereItWas() {
        var elsewhere = published().delete(TUESDAY).personality().restore("orla-2", TUESDAY).personality();

        var home = elsewhere.archive(TUESDAY).personality().restore("orla", TUESDAY);

        assertThat(home.personality().status()).isEqualTo(Status.PUBLISHED);
        assertThat(home.events()).hasSize(2);
    }

    @Test
    void publishingADraftThatSaysWhatTheNewestVersionSaysServesThatAgain() {
        var published = published();
        var draft = new Personality(published.id(), Status.DRAFT, 7, published.draft(), published.publication(), ADA,
                MONDAY, MONDAY);

        var change = draft.publish(TUESDAY);

        assertThat(change.newVersion()).isNull();
        assertThat(change.personality().status()).isEqualTo(Status.PUBLISHED);
        assertThat(change.events()).hasSize(2);
    }

    @Test
    void rollingBackPublishesTheOldContentAsANewVersion() {
        var second = published().revise(Contents.orlaSaying("Ahoy."), TUESDAY).personality().publish(TUESDAY)
                .personality();

        var change = second.rollBack(Contents.orlaAt("an-address-of-once"), TUESDAY);

        assertThat(change.newVersion()).isEqualTo(new Publication(3, Contents.orla().hash(), Contents.orla(), TUESDAY));
        assertThat(change.personality().draft()).isEqualTo(Contents.orla());
        assertThat(change.personality().rollBack(Contents.orla(), TUESDAY).isNothing()).isTrue();
    }

    @Test
    void rollingBackToWhatIsServedForgetsTheDraftAlone() {
        var edited = published().revise(Contents.orlaSaying("Ahoy."), TUESDAY).personality();

        var change = edited.rollBack(Contents.orla(), TUESDAY);

        assertThat(change.newVersion()).isNull();
        assertThat(change.personality().hasUnpublishedChanges()).isFalse();
    }

    private static Change draft() {
        return Personality.draft(new PersonalityId(UUID.fromString("019cad9d-d245-7ebe-b1c5-3e9a0a1e6334")),
                Contents.orla(), ADA, MONDAY);
    }

    private static Personality published() {
        return draft().personality().publish(MONDAY).personality();
    }
}
