/** Who can sign in: four people with a story, and as many load-test users as wanted. */
@NullMarked
package dev.personamarket.simulators.discord.people;

import org.jspecify.annotations.NullMarked;
