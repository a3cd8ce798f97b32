/** Secrets at rest, and people without their names: what more than one process has to do in the same way. */
@NullMarked
package dev.personamarket.sealing;

import org.jspecify.annotations.NullMarked;
