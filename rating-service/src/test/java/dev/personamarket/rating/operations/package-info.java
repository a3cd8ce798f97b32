/** The commands, beside the running service. */
@NullMarked
package dev.personamarket.rating.operations;

import org.jspecify.annotations.NullMarked;
