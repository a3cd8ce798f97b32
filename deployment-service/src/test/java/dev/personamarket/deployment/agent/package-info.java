/** Tests. */
@NullMarked
package dev.personamarket.deployment.agent;

import org.jspecify.annotations.NullMarked;
