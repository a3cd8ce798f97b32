/** Who calls: the gateway's token, verified here, and what the caller may do. */
@NullMarked
package dev.personamarket.defaults.identity;

import org.jspecify.annotations.NullMarked;
