/** What ratings, deployments and previews, by their events, say about each personality. */
@NullMarked
package dev.personamarket.catalog.standing;

import org.jspecify.annotations.NullMarked;
