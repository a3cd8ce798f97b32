/** The outside world, behind one port: what is asked of Discord, and how its limits and troubles are met. */
@NullMarked
package dev.personamarket.deployment.discord;

import org.jspecify.annotations.NullMarked;
