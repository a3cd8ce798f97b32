package dev.personamarket.defaults.listening;

import org.jspecify.annotations.Nullable;

/**
 * One record of a broadcast.
 *
 * @param partition its place in {@link Partitions#list()}
 * @param content   what it means; absent if its type is not read here, or if it is unreadable
 */
public record Heard<T>(int partition, long offset, @Nullable T content) {}
