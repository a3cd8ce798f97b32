/** Events in: each has its effect once, and what cannot be handled is kept aside with the cause. */
@NullMarked
package dev.personamarket.defaults.listening;

import org.jspecify.annotations.NullMarked;
