package dev.personamarket.outbox;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Opens the relay's own connections: outside any pool, since the advisory lock lives as long as the connection. */
final class RelayConnections {

    private final JdbcConnectionDetails database;

    RelayConnections(JdbcConnectionDetails database) {
        this.database = database;
    }

    OutboxTable open() throws SQLException {
        var settings = new Properties();
        settings.setProperty("user", String.valueOf(database.getUsername()));
        settings.setProperty("password", String.valueOf(database.getPassword()));
        settings.setProperty("ApplicationName", "outbox-relay");
        settings.setProperty("connectTimeout", "5");
        settings.setProperty("socketTimeout", "30");
        settings.setProperty("tcpKeepAlive", "true");
        settings.setProperty("options", "-c synchronous_commit=off"); // a mark that is lost sends its event once more
        return new OutboxTable(DriverManager.getConnection(database.getJdbcUrl(), settings));
    }
}
