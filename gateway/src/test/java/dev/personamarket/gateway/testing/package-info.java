/** What stands around the gateway in its tests: browsers before it, services, Redis and Discord behind it. */
@NullMarked
package dev.personamarket.gateway.testing;

import org.jspecify.annotations.NullMarked;
