/** The service as its neighbours see it. */
@NullMarked
package dev.personamarket.deployment;

import org.jspecify.annotations.NullMarked;
