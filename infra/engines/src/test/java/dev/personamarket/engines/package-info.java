/** Tests of the engines. */
@NullMarked
package dev.personamarket.engines;

import org.jspecify.annotations.NullMarked;
