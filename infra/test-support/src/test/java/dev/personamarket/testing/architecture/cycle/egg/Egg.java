package dev.personamarket.testing.architecture.cycle.egg;

import org.jspecify.annotations.Nullable;

import dev.personamarket.testing.architecture.cycle.hen.Hen;

public record Egg(@Nullable Hen from) {}
