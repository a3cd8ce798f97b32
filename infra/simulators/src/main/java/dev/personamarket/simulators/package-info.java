/** A Discord and an OpenAI-compatible model, simulated for local use and tests. */
@NullMarked
package dev.personamarket.simulators;

import org.jspecify.annotations.NullMarked;
