package dev.personamarket.preview.model;

/** Tokens that an answer took: as the model reports, estimated where it does not. */
public record Usage(int promptTokens, int completionTokens) {}
