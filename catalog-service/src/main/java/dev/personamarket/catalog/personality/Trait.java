package dev.personamarket.catalog.personality;

/** A trait of character and its strength in percent. */
public record Trait(String name, int value) {}
