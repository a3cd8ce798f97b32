/** Transactional outbox: events are stored with the state that they tell of, and a relay carries them to Kafka. */
@NullMarked
package dev.personamarket.outbox;

import org.jspecify.annotations.NullMarked;
