package dev.personamarket.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A PostgreSQL server as child processes, on the binaries that come as a jar. */
public final class PostgresEngine implements Engine {

    /** How much a crash may cost: tests may lose everything, people may not. */
    public enum Durability {
        /** A commit that was acknowledged survives a crash of the machine. */
        SAFE("on"),
        /** Nothing is forced to disk: faster, for data that is thrown away. */
        NONE("off");

        private final String setting;

        Durability(String setting) {
            this.setting = setting;
        }
    }

    private final EmbeddedPostgres server;

    private PostgresEngine(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts a server on the port, initialising the directory on first use. The library's own defaults switch off all
     * that makes commits durable and empty the directory, so each is set here, and the result is asked for.
     */
    public static PostgresEngine start(Path directory, int port, Durability durability) {
        try {
            var engine = new PostgresEngine(EmbeddedPostgres.builder().setPort(port)
                    .setDataDirectory(directory).setCleanDataDirectory(false)
                    .setServerConfig("fsync", durability.setting)
                    .setServerConfig("synchronous_commit", durability.setting)
                    .setServerConfig("full_page_writes", durability.setting)
                    .setServerConfig("max_connections", "120")
                    .setServerConfig("shared_buffers", "256MB") // a catalogue of 100,000 fits
                    .setServerConfig("random_page_cost", "1.1") // of flash; 4 is a turning disk's
                    .setServerConfig("jit", "off")
                    .setServerConfig("listen_addresses", "localhost")
                    .setPGStartupWait(Duration.ofSeconds(60)).start());
            engine.verify(durability);
            return engine;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start PostgreSQL on port " + port, e);
        }
    }

    private void verify(Durability durability) {
        for (var name : new String[]{"fsync", "synchronous_commit", "full_page_writes"}) {
            var actual = query("SHOW " + name);
            if (!durability.setting.equals(actual)) {
                close();
                throw new IllegalStateException("PostgreSQL runs with %s=%s".formatted(name, actual));
            }
        }
    }

    /** Makes sure that a database of this name exists and belongs to the role, which logs in with the password. */
    public void ensureDatabase(String name, String role, String password) {
        try (var connection = connect(); var statement = connection.createStatement()) {
            if (query("SELECT count(*) FROM pg_roles WHERE rolname = '" + role + "'").equals("0")) {
                statement.execute("CREATE ROLE \"%s\" LOGIN SUPERUSER PASSWORD '%s'".formatted(role, password));
            }
            if (query("SELECT count(*) FROM pg_database WHERE datname = '" + name + "'").equals("0")) {
                statement.execute("CREATE DATABASE \"%s\" OWNER \"%s\"".formatted(name, role));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create the database " + name, e);
        }
    }

    private String query(String sql) {
        try (var connection = connect(); var result = connection.createStatement().executeQuery(sql)) {
            result.next();
            return result.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL did not answer: " + sql, e);
        }
    }

    private Connection connect() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    @Override
    public int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot stop PostgreSQL", e);
        }
    }
}
