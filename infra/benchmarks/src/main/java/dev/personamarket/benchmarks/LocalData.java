package dev.personamarket.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** The data directory of a running marketplace: its secrets, and by them its databases. */
record LocalData(Path directory) {

    private static final String SERVER = "jdbc:postgresql://localhost:5432/";
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(30);

    String secret(String name) {
        var secrets = new Properties();
        try (var reader = Files.newBufferedReader(directory.resolve("secrets.properties"))) {
            secrets.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets.getProperty(name);
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(SERVER + database, "marketplace", secret("DATABASE_PASSWORD"));
    }

    void execute(String database, String sql) throws SQLException {
        try (var connection = connect(database); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long count(String database, String query) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Waits until the query's number is at least so much; fails after half an hour. */
    void await(String database, String query, long enough) throws SQLException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE_NANOS;
        while (count(database, query) < enough) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("%s: %s does not come to %d".formatted(database, query, enough));
            }
            Thread.sleep(500);
        }
    }

    /** The environment by which a service's jar, run as a command, finds its database. */
    void reach(ProcessBuilder command) {
        command.environment().put("DATABASE_PASSWORD", secret("DATABASE_PASSWORD"));
    }
}
