/** An OpenAI-compatible language model that answers in character and says that it is a demonstration. */
@NullMarked
package dev.personamarket.simulators.model;

import org.jspecify.annotations.NullMarked;
