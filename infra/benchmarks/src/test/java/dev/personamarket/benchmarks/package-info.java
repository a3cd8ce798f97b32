/** Tests of what the figures rest on. */
@NullMarked
package dev.personamarket.benchmarks;

import org.jspecify.annotations.NullMarked;
