/** The real engines, started from jars: what a machine without PostgreSQL, Kafka and Redis runs on. */
@NullMarked
package dev.personamarket.engines;

import org.jspecify.annotations.NullMarked;
