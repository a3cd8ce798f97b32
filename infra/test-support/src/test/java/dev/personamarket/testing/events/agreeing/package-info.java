/** The events of a service that does what asyncapi.yaml says. */
@NullMarked
package dev.personamarket.testing.events.agreeing;

import org.jspecify.annotations.NullMarked;
