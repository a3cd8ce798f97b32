/** Tests. */
@NullMarked
package dev.personamarket.deployment.persona;

import org.jspecify.annotations.NullMarked;
