/** Tests. */
@NullMarked
package dev.personamarket.deployment.servers;

import org.jspecify.annotations.NullMarked;
