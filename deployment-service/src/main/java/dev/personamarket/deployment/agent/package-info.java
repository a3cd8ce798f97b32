/** Who answers people on which server, and the command by which they are asked. */
@NullMarked
package dev.personamarket.deployment.agent;

import org.jspecify.annotations.NullMarked;
