package dev.personamarket.deployment.servers;

import java.util.List;

record ServerList(List<ServerCard> items) {}
