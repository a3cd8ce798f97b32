package dev.personamarket.rating.subject;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.github.f4b6a3.uuid.UuidCreator;

import dev.personamarket.rating.Catalogue;
import dev.personamarket.rating.RatingServiceTest;
import dev.personamarket.testing.Contracts;

import static org.assertj.core.api.Assertions.assertThat;

@RatingServiceTest
class SubjectsIntegrationTests {

    private final UUID id = UuidCreator.getTimeOrderedEpoch();

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Subjects subjects;

    @Test
    void aPublishedPersonalityIsOpen() {
        catalogue.publish(id, 7, 3);

        assertThat(catalogue.awaitRevision(id, 7)).isEqualTo(new Subject(id, 7, 3, false, Catalogue.STRANGER));
    }

    @Test
    void republishingRaisesTheVersion() {
        catalogue.publish(id, 1, 1);
        catalogue.publish(id, 2, 2);

        assertThat(catalogue.awaitRevision(id, 2).version()).isEqualTo(2);
    }

    @Test
    void archivingClosesAndPublishingAgainOpens() {
        catalogue.publish(id, 1, 1);
        catalogue.archive(id, 2);
        assertThat(catalogue.awaitRevision(id, 2).archived()).isTrue();

        catalogue.publish(id, 3, 2);
        assertThat(catalogue.awaitRevision(id, 3).archived()).isFalse();
    }

    @Test
    void aReplayFromTheBeginningChangesNothing() {
        catalogue.publish(id, 1, 1);
        catalogue.archive(id, 2);
        catalogue.publish(id, 3, 2);
        catalogue.archive(id, 4);
        catalogue.awaitRevision(id, 4);

        subjects.on(new PersonalityPublished(id, 1, 1, null)).then(subjects.on(new PersonalityArchived(id, 2, 1)))
                .then(subjects.on(new PersonalityPublished(id, 3, 2, null))).block();

        assertThat(subjects.known(id).block()).isEqualTo(new Subject(id, 4, 1, true, Catalogue.STRANGER));
    }

    @Test
    void anOlderEventThatComesLateIsIgnored() {
        subjects.on(new PersonalityArchived(id, 5, 2)).then(subjects.on(new PersonalityPublished(id, 4, 2, null)))
                .block();

        assertThat(subjects.known(id).block()).isEqualTo(new Subject(id, 5, 2, true, null));
    }

    /** As the catalogue's republish does, with the revision that is known already. */
    @Test
    void theCreatorIsLearntFromAnEventOfAnyAge() {
        var creator = UUID.randomUUID();
        subjects.on(new PersonalityPublished(id, 4, 2, null)).then(subjects.on(new PersonalityArchived(id, 5, 2)))
                .then(subjects.on(new PersonalityPublished(id, 4, 2, creator))).block();

        assertThat(subjects.known(id).block()).isEqualTo(new Subject(id, 5, 2, true, creator));
    }

    @Test
    void theCreatorStaysKnown() {
        var creator = UUID.randomUUID();
        subjects.on(new PersonalityPublished(id, 1, 1, creator)).then(subjects.on(new PersonalityArchived(id, 2, 1)))
                .block();

        assertThat(subjects.known(id).block()).isEqualTo(new Subject(id, 2, 1, true, creator));
    }

    @Test
    void readsTheGoldenSamples() {
        assertThat(Contracts.read("marketplace.PersonalityPublished.v1", PersonalityPublished.class).revision())
                .isEqualTo(7);
        assertThat(Contracts.read("marketplace.PersonalityArchived.v1", PersonalityArchived.class).revision())
                .isEqualTo(8);
    }
}
