package dev.personamarket.defaults.database;

import java.util.Arrays;
import java.util.stream.Stream;

import org.flywaydb.core.api.Location;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;

/** Lets a jar bring tables of its own, beside the migrations of the service that uses it. */
public final class Migrations {

    private Migrations() {}

    /**
     * Adds a location. Its versions are below 1, where a service's begin; a later one is still applied to a database
     * that has come further, since {@code spring.flyway.out-of-order} is on.
     */
    public static FlywayConfigurationCustomizer in(String location) {
        return flyway -> flyway.locations(Stream.concat(
                Arrays.stream(flyway.getLocations()).map(Location::getDescriptor), Stream.of(location))
                .toArray(String[]::new));
    }
}
