package dev.personamarket.defaults.problems;

/** What is wrong with one field of a request: its path, and a sentence that a person understands. */
public record FieldFault(String field, String message) {}
