/** The one connection to Redis, with a deadline and a breaker, so that a lost Redis costs nobody a wait. */
@NullMarked
package dev.personamarket.gateway.redis;

import org.jspecify.annotations.NullMarked;
