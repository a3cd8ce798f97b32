/** Answers as they are made, whoever asked: spoken by the model, watched over, paid for. */
@NullMarked
package dev.personamarket.preview.speaking;

import org.jspecify.annotations.NullMarked;
