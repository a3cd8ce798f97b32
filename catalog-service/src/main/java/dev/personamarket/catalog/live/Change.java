package dev.personamarket.catalog.live;

import java.util.UUID;

/** A change of a personality that everybody may hear of: absolute values, and never who was behind it. */
sealed interface Change permits RatingChange, DeploymentChange, PersonalityChange {

    /** The event's name in the stream. */
    String event();

    UUID personalityId();
}
