@NullMarked
package dev.personamarket.preview.agent;

import org.jspecify.annotations.NullMarked;
