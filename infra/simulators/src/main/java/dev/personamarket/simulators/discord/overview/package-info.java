/** For the curious: a page that explains, and everything that the simulated Discord remembers. */
@NullMarked
package dev.personamarket.simulators.discord.overview;

import org.jspecify.annotations.NullMarked;
