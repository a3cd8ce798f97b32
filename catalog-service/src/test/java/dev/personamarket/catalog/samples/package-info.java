/** Tests of the samples. */
@NullMarked
package dev.personamarket.catalog.samples;

import org.jspecify.annotations.NullMarked;
