package dev.personamarket.launcher;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import dev.personamarket.engines.Ports;

/** Which process listens where. */
record Addresses(Map<Place, Integer> ports) {

    /** Every port of the house, with its usual number. */
    enum Place {
        POSTGRES("PostgreSQL", 5432), KAFKA("Kafka", 9092), REDIS("Redis", 6379),
        GATEWAY("gateway", 8080), CATALOG("catalog-service", 8081), RATING("rating-service", 8082),
        PREVIEW("preview-service", 8083), DEPLOYMENT("deployment-service", 8084),
        DISCORD("the Discord simulator", 8090), MODEL("the model simulator", 8091),
        GATEWAY_MANAGEMENT("gateway", 9080), CATALOG_MANAGEMENT("catalog-service", 9081),
        RATING_MANAGEMENT("rating-service", 9082), PREVIEW_MANAGEMENT("preview-service", 9083),
        DEPLOYMENT_MANAGEMENT("deployment-service", 9084), SIMULATORS_MANAGEMENT("simulators", 9090);

        /** What nobody needs where Discord and the model are real. */
        static final Set<Place> SIMULATED = EnumSet.of(DISCORD, MODEL, SIMULATORS_MANAGEMENT);

        private final String owner;
        private final int usual;

        Place(String owner, int usual) {
            this.owner = owner;
            this.usual = usual;
        }
    }

    static Addresses usual() {
        var ports = new EnumMap<Place, Integer>(Place.class);
        for (var place : Place.values()) {
            ports.put(place, place.usual);
        }
        return new Addresses(ports);
    }

    static Addresses free() {
        var ports = new EnumMap<Place, Integer>(Place.class);
        for (var place : Place.values()) {
            ports.put(place, freePortBesides(ports));
        }
        return new Addresses(ports);
    }

    private static int freePortBesides(Map<Place, Integer> taken) {
        int port;
        do {
            port = Ports.free();
        } while (taken.containsValue(port));
        return port;
    }

    /** Fails with one clear line when something listens already on one of the ports that are needed. */
    void requireFree(Set<Place> needed) {
        for (var place : needed) {
            if (Ports.taken(port(place))) {
                throw new LaunchException("port %d, which %s needs, is taken by another program; stop that one first%s"
                        .formatted(port(place), place.owner,
                                place == Place.POSTGRES ? " (or does the marketplace run already?)" : ""));
            }
        }
    }

    int port(Place place) {
        return ports.getOrDefault(place, place.usual);
    }

    String url(Place place) {
        return "http://localhost:" + port(place);
    }

    /** Where people find the marketplace. */
    String publicUrl() {
        return url(Place.GATEWAY);
    }

    String bootstrapServers() {
        return "localhost:" + port(Place.KAFKA);
    }

    String redisUrl() {
        return "redis://localhost:" + port(Place.REDIS);
    }

    String discordApi() {
        return url(Place.DISCORD) + "/api/v10";
    }

    String discordAuthorize() {
        return url(Place.DISCORD) + "/oauth2/authorize";
    }

    String modelApi() {
        return url(Place.MODEL) + "/v1";
    }
}
