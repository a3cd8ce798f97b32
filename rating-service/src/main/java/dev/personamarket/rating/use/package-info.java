/** Who has used which personality, as previews and deployments tell it. */
@NullMarked
package dev.personamarket.rating.use;

import org.jspecify.annotations.NullMarked;
