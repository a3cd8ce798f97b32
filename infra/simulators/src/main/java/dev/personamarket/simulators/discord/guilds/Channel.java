package dev.personamarket.simulators.discord.guilds;

/** A text channel of a guild. */
public record Channel(String id, String guildId, String name, String topic, int position) {}
