/** Figures of the running marketplace: whole processes, real engines, real clients. */
@NullMarked
package dev.personamarket.benchmarks;

import org.jspecify.annotations.NullMarked;
