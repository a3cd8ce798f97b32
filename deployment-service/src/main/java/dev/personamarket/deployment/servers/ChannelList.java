package dev.personamarket.deployment.servers;

import java.util.List;

/** A server's text channels, in Discord's order. */
record ChannelList(List<ChannelCard> items) {}
