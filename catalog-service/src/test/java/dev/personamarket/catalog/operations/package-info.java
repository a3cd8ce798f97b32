/** Tests of the commands. */
@NullMarked
package dev.personamarket.catalog.operations;

import org.jspecify.annotations.NullMarked;
