/** The language model: any server that speaks OpenAI's chat protocol, behind one port. */
@NullMarked
package dev.personamarket.preview.model;

import org.jspecify.annotations.NullMarked;
