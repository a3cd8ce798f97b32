/** A package that is a layer. */
@NullMarked
package dev.personamarket.testing.architecture.layered.controller;

import org.jspecify.annotations.NullMarked;
