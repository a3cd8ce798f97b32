/** Requests that may be sent again: each key of a caller stands for one request, which has one effect and one answer. */
@NullMarked
package dev.personamarket.defaults.idempotency;

import org.jspecify.annotations.NullMarked;
