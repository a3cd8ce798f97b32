package dev.personamarket.catalog.live;

import java.util.UUID;

/**
 * A change, and where it stands among the bytes of its tick.
 *
 * @param partition of the record that told of it
 * @param offset    of the record that told of it
 * @param heard     all that was heard up to it, itself included: what its id says
 * @param begin     of its id
 * @param body      where its id ends
 * @param end       where the next one begins
 */
record Event(UUID personality, int partition, long offset, Position heard, int begin, int body, int end) {}
