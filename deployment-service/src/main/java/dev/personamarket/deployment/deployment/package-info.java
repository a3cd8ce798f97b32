/** A personality on its way to a server, and what becomes of it. */
@NullMarked
package dev.personamarket.deployment.deployment;

import org.jspecify.annotations.NullMarked;
