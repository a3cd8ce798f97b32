package dev.personamarket.catalog.personality;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.personamarket.catalog.audit.Action;
import dev.personamarket.defaults.problems.Problem;

/**
 * A personality with its draft, which is edited, and its publication, which is served. Each verb answers with the next
 * state and the events that tell of it; a verb that changes nothing tells nothing.
 *
 * @param revision    grows by one with every change, and orders the events
 * @param draft       its slug is the one that the personality has
 * @param publication the newest version; also kept while it is not served
 * @param creatorId   who made it; nobody, if the marketplace did
 */
public record Personality(PersonalityId id, Status status, long revision, Content draft,
        @Nullable Publication publication, @Nullable UUID creatorId, Instant createdAt, Instant updatedAt) {

    static Change draft(PersonalityId id, Content content, @Nullable UUID creatorId, Instant now) {
        return Change.of(Action.CREATE, null,
                new Personality(id, Status.DRAFT, 1, content, null, creatorId, now, now));
    }

    /** Replaces the draft. What is served stays as it is until the next {@link #publish}. */
    Change revise(Content content, Instant now) {
        refuseGone();
        refuseAnotherAddress(content);
        return content.equals(draft)
                ? Change.none(this)
                : Change.of(Action.REPLACE, this, next(status, content, publication, now));
    }

    /** Gives the draft another face, or none. As with every draft, it is seen after the next {@link #publish}. */
    Change show(@Nullable String avatar, Instant now) {
        return revise(draft.withAvatar(avatar), now).as(Action.FACE);
    }

    /** Makes the draft the next version and serves it; if the newest version says the same, serves that. */
    Change publish(Instant now) {
        refuseGone();
        return serve(Action.PUBLISH, draft, now);
    }

    /** Makes an old content the draft and publishes it, under the address of today. */
    Change rollBack(Content old, Instant now) {
        refuseGone();
        return serve(Action.ROLLBACK, old.at(draft.slug()), now);
    }

    private Change serve(Action action, Content content, Instant now) {
        if (publication != null && publication.content().equals(content)) {
            return status == Status.PUBLISHED && content.equals(draft)
                    ? Change.none(this)
                    : Change.of(action, this, next(Status.PUBLISHED, content, publication, now)).serving(publication);
        }
        var version = publication == null ? Publication.first(content, now) : publication.next(content, now);
        return Change.of(action, this, next(Status.PUBLISHED, content, version, now)).publishing(version);
    }

    /** Takes it out of the marketplace. Nothing is forgotten, and nobody else gets its slug. */
    Change archive(Instant now) {
        if (status == Status.DELETED) {
            throw status.refusal();
        }
        return status == Status.ARCHIVED
                ? Change.none(this)
                : Change.of(Action.ARCHIVE, this, next(Status.ARCHIVED, draft, publication, now)).withdrawing();
    }

    /** Takes it out of everybody's sight and gives its slug away. It is kept all the same. */
    Change delete(Instant now) {
        return status == Status.DELETED
                ? Change.none(this)
                : Change.of(Action.DELETE, this, next(Status.DELETED, draft, publication, now)).withdrawing();
    }

    /**
     * Undoes {@link #archive} and {@link #delete}: it is again what it was, a draft, or served in its newest version.
     *
     * @param slug the one to come back under. If another one was published, it comes back as a draft: who follows a
     *             link must not meet somebody else unless an admin says so
     */
    Change restore(String slug, Instant now) {
        if (!status.isGone()) {
            return Change.none(this);
        }
        var content = draft.at(slug);
        return publication == null || !publication.content().slug().equals(slug)
                ? Change.of(Action.RESTORE, this, next(Status.DRAFT, content, publication, now))
                : Change.of(Action.RESTORE, this, next(Status.PUBLISHED, content, publication, now))
                        .serving(publication);
    }

    /** Whether the draft says something else than the newest version. */
    boolean hasUnpublishedChanges() {
        return publication == null || !publication.content().equals(draft);
    }

    /** Whether this is what it says already, but for the face: to the public, or else in its draft. */
    boolean says(Content content, boolean publicly) {
        var served = served();
        var said = publicly ? (served == null ? null : served.content()) : draft;
        return said != null && said.equals(content.withAvatar(said.avatar()));
    }

    /** What was last told of it, as of now; nothing of one that was never published. */
    List<PersonalityEvent> newestEvents() {
        if (publication == null) {
            return List.of();
        }
        return status == Status.PUBLISHED ? Change.served(this, publication) : Change.withdrawn(this, publication);
    }

    /** The number of the newest version, if there is one. */
    @Nullable
    Integer version() {
        return publication == null ? null : publication.version();
    }

    /** The slug of the newest version's category, if there is a version. */
    @Nullable
    String publishedCategory() {
        return publication == null ? null : publication.content().category().slug();
    }

    /** What the public sees of it, if it does. */
    @Nullable
    Publication served() {
        return status == Status.PUBLISHED ? publication : null;
    }

    private Personality next(Status status, Content draft, @Nullable Publication publication, Instant now) {
        return new Personality(id, status, revision + 1, draft, publication, creatorId, createdAt, now);
    }

    private void refuseGone() {
        if (status.isGone()) {
            throw status.refusal();
        }
    }

    private void refuseAnotherAddress(Content content) {
        if (publication != null && !draft.slug().equals(content.slug())) {
            throw Problem.invalid("slug", "cannot change once the personality was published: people link to it");
        }
    }
}
