package dev.personamarket.deployment.discord;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** The picture of the bot in one server; {@code null} is the one that it has everywhere else. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Face(@Nullable String avatar) {}
