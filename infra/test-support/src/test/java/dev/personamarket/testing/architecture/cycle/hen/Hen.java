package dev.personamarket.testing.architecture.cycle.hen;

import dev.personamarket.testing.architecture.cycle.egg.Egg;

public record Hen(Egg from) {}
