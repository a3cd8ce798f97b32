/** What Discord tells an application of, unasked. */
@NullMarked
package dev.personamarket.simulators.discord.events;

import org.jspecify.annotations.NullMarked;
