package dev.personamarket.testing.architecture.neighbour;

import dev.personamarket.testing.architecture.sound.guests.Guests;

record Neighbour(Guests guests) {}
