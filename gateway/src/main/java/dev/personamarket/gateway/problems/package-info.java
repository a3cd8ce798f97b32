/** The gateway's own errors, each an RFC 9457 problem. */
@NullMarked
package dev.personamarket.gateway.problems;

import org.jspecify.annotations.NullMarked;
