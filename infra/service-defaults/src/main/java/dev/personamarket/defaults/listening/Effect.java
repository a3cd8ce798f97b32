package dev.personamarket.defaults.listening;

import dev.personamarket.defaults.listening.Subscription.Handler;

/** What one event does, which happens once however often the event comes. */
record Effect(String eventId, Handler<?> handler, Object event) {}
