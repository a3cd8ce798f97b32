/** Talking with a personality: sessions, their owners and limits, and answers that stream. */
@NullMarked
package dev.personamarket.preview.conversation;

import org.jspecify.annotations.NullMarked;
