/** Tests. */
@NullMarked
package dev.personamarket.deployment.deployment;

import org.jspecify.annotations.NullMarked;
