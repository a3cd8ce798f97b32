/** Starts the whole marketplace on one machine: the engines here, each service in a JVM of its own. */
@NullMarked
package dev.personamarket.launcher;

import org.jspecify.annotations.NullMarked;
