/** Tests. */
@NullMarked
package dev.personamarket.deployment.discord;

import org.jspecify.annotations.NullMarked;
