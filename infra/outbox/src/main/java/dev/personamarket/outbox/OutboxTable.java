package dev.personamarket.outbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** The relay's view of the table, over the one connection that also holds the relay's lock. */
final class OutboxTable implements AutoCloseable {

    /** An event that waits, or waited, to be sent. */
    record Row(long position, UUID id, String topic, String key, String type, String payload,
            @Nullable String traceparent, Instant occurredAt) {

        private static Row from(ResultSet row) throws SQLException {
            return new Row(row.getLong("position"), row.getObject("id", UUID.class), row.getString("topic"),
                    row.getString("key"), row.getString("type"), row.getString("payload"),
                    row.getString("traceparent"), row.getObject("occurred_at", OffsetDateTime.class).toInstant());
        }
    }

    private static final int CLEANED_AT_ONCE = 5_000;

    private final Connection connection;

    OutboxTable(Connection connection) {
        this.connection = connection;
    }

    /** Takes the place of the one relay of this database; the server frees it when this connection ends. */
    boolean lock() throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT pg_try_advisory_lock(hashtext('outbox-relay'))")) {
            return result.next() && result.getBoolean(1);
        }
    }

    List<Row> waiting(int limit) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT position, id, topic, key, type, payload, traceparent, occurred_at
                FROM outbox WHERE published_at IS NULL ORDER BY position LIMIT ?
                """)) {
            select.setInt(1, limit);
            var rows = new ArrayList<Row>();
            try (var result = select.executeQuery()) {
                while (result.next()) {
                    rows.add(Row.from(result));
                }
            }
            return rows;
        }
    }

    void markPublished(List<Row> rows) throws SQLException {
        try (var update = connection
                .prepareStatement("UPDATE outbox SET published_at = now() WHERE position = ANY(?)")) {
            update.setArray(1, connection.createArrayOf("bigint", rows.stream().map(Row::position).toArray()));
            update.executeUpdate();
        }
    }

    /** Removes what was published longer ago than the retention, a bounded number at a time. */
    void clean(Duration retention) throws SQLException {
        try (var delete = connection.prepareStatement("""
                DELETE FROM outbox WHERE position IN (
                    SELECT position FROM outbox WHERE published_at < now() - make_interval(secs => ?) LIMIT ?)
                """)) {
            delete.setDouble(1, retention.toSeconds());
            delete.setInt(2, CLEANED_AT_ONCE);
            delete.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
