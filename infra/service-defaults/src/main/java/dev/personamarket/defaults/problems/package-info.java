/** Errors as RFC 9457 problem details, whatever raised them. */
@NullMarked
package dev.personamarket.defaults.problems;

import org.jspecify.annotations.NullMarked;
