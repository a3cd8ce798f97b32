/** The servers that a user can manage. */
@NullMarked
package dev.personamarket.deployment.servers;

import org.jspecify.annotations.NullMarked;
