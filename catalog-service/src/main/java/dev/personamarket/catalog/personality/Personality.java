package dev.personamarket.catalog.personality;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import dev.personamarket.defaults.problems.Problem;

/**
 * A personality with its draft, which is edited, and its publication, which is served. Each verb answers with the next
 * state and the events that tell of it; a verb that changes nothing tells nothing.
 *
 * @param revision    grows by one with every change, and orders the events
 * @param publication the newest version; also kept while archived
 * @param creatorId   who made it; nobody, if the marketplace did
 */
public record Personality(PersonalityId id, Status status, long revision, Content draft,
        @Nullable Publication publication,
        @Nullable UUID creatorId, Instant createdAt, Instant updatedAt) {

    static Change draft(PersonalityId id, Content content, @Nullable UUID creatorId, Instant now) {
        return Change.to(new Personality(id, Status.DRAFT, 1, content, null, creatorId, now, now));
    }

    /** Replaces the draft. What is served stays as it is until the next {@link #publish}. */
    Change revise(Content content, Instant now) {
        refuseArchived();
        refuseAnotherAddress(content);
        return content.equals(draft) ? Change.none(this) : Change.to(next(status, content, publication, now));
    }

    /** Gives the draft another face, or none. As with every draft, it is seen after the next {@link #publish}. */
    Change show(@Nullable String avatar, Instant now) {
        return revise(draft.withAvatar(avatar), now);
    }

    /** Makes the draft the next version and serves it. */
    Change publish(Instant now) {
        refuseArchived();
        if (publication != null && publication.content().equals(draft)) {
            return Change.none(this);
        }
        var version = publication == null ? Publication.first(draft, now) : publication.next(draft, now);
        return Change.published(next(Status.PUBLISHED, draft, version, now), version);
    }

    /** Takes it out of sight; nothing is forgotten. */
    Change archive(Instant now) {
        return status == Status.ARCHIVED
                ? Change.none(this)
                : Change.withdrawn(next(Status.ARCHIVED, draft, publication, now), publication);
    }

    /** Undoes {@link #archive}: it is again what it was, a draft, or served in its newest version. */
    Change restore(Instant now) {
        if (status != Status.ARCHIVED) {
            return Change.none(this);
        }
        return publication == null
                ? Change.to(next(Status.DRAFT, draft, null, now))
                : Change.servedAgain(next(Status.PUBLISHED, draft, publication, now), publication);
    }

    /** Whether the draft says something else than what is served. */
    boolean hasUnpublishedChanges() {
        return publication == null || !publication.content().equals(draft);
    }

    /** Whether this is what it says already, but for the face: to the public, or else in its draft. */
    boolean says(Content content, boolean publicly) {
        var said = publicly ? (publication == null ? null : publication.content()) : draft;
        return said != null && said.equals(content.withAvatar(said.avatar()));
    }

    /** What was last told of it, as of now; nothing of one that was never published. */
    List<PersonalityEvent> newestEvents() {
        if (publication == null) {
            return List.of();
        }
        return (status == Status.PUBLISHED
                ? Change.servedAgain(this, publication)
                : Change.withdrawn(this, publication)).events();
    }

    /** The number of the newest version, if there is one. */
    @Nullable
    Integer version() {
        return publication == null ? null : publication.version();
    }

    private Personality next(Status status, Content draft, @Nullable Publication publication, Instant now) {
        return new Personality(id, status, revision + 1, draft, publication, creatorId, createdAt, now);
    }

    private void refuseArchived() {
        if (status == Status.ARCHIVED) {
            throw Problem.of(HttpStatus.CONFLICT, "personality-archived",
                    "The personality is archived. Restore it first.");
        }
    }

    private void refuseAnotherAddress(Content content) {
        if (publication != null && !publication.content().slug().equals(content.slug())) {
            throw Problem.invalid("slug", "cannot change once the personality was published: people link to it");
        }
    }
}
