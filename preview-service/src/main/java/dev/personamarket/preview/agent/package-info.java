/** Deployed personalities: what they are asked comes as events, what they answer leaves as events. */
@NullMarked
package dev.personamarket.preview.agent;

import org.jspecify.annotations.NullMarked;
