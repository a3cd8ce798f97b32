package dev.personamarket.defaults.idempotency;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import reactor.core.publisher.Mono;

/** The keys in use, shared by all instances through their database, whose clock alone counts. */
final class IdempotencyKeys {

    /**
     * A key that is in use is locked and looked at as it is now, not as the statement's snapshot saw it; so exactly one
     * request is granted a new key, and exactly one takes over an abandoned one.
     */
    private static final String CLAIM = """
            INSERT INTO idempotency AS used (caller, key, fingerprint) VALUES (:caller, :key, :fingerprint)
            ON CONFLICT (caller, key) DO UPDATE SET (claim, claimed_at) = (
                SELECT CASE WHEN abandoned THEN excluded.claim ELSE used.claim END,
                    CASE WHEN abandoned THEN excluded.claimed_at ELSE used.claimed_at END
                FROM (SELECT used.status IS NULL AND used.fingerprint = excluded.fingerprint
                    AND used.claimed_at < now() - make_interval(secs => :patience)) AS its (abandoned))
            RETURNING claim, claim IS DISTINCT FROM old.claim AS granted, fingerprint = :fingerprint AS same,
                status, content_type, location, etag, body
            """;

    private static final String FINISH = """
            UPDATE idempotency SET (status, content_type, location, etag, body)
                = (:status, :contentType, :location, :etag, :body)
            WHERE caller = :caller AND key = :key AND claim = :claim
            """;

    private final DatabaseClient database;
    private final IdempotencyProperties properties;

    IdempotencyKeys(DatabaseClient database, IdempotencyProperties properties) {
        this.database = database;
        this.properties = properties;
    }

    /** Asks for the request's key. */
    Mono<Claim> claim(KeyedRequest request) {
        return database.sql(CLAIM).bind("caller", request.caller()).bind("key", request.key())
                .bind("fingerprint", request.fingerprint()).bind("patience", seconds(properties.takeOverAfter()))
                .map(row -> Claim.from(row, request)).one();
    }

    /** Keeps the answer, without its body if that is too long; false when the key was taken over meanwhile. */
    Mono<Boolean> finish(Claim.Granted claim, Answer answer) {
        return claimed(FINISH, claim).bind("status", answer.status().value())
                .bind("contentType", header(answer, HttpHeaders.CONTENT_TYPE))
                .bind("location", header(answer, HttpHeaders.LOCATION))
                .bind("etag", header(answer, HttpHeaders.ETAG)).bind("body", body(answer))
                .fetch().rowsUpdated().map(rows -> rows > 0);
    }

    /** Gives the key back, as if it had not been used; false when it was taken over meanwhile. */
    Mono<Boolean> release(Claim.Granted claim) {
        return claimed("DELETE FROM idempotency WHERE caller = :caller AND key = :key AND claim = :claim", claim)
                .fetch().rowsUpdated().map(rows -> rows > 0);
    }

    /** Forgets the keys that are older than the retention. */
    Mono<Long> forget() {
        return database.sql("DELETE FROM idempotency WHERE claimed_at < now() - make_interval(secs => :seconds)")
                .bind("seconds", seconds(properties.retention())).fetch().rowsUpdated();
    }

    private GenericExecuteSpec claimed(String sql, Claim.Granted claim) {
        return database.sql(sql).bind("caller", claim.request().caller()).bind("key", claim.request().key())
                .bind("claim", claim.id());
    }

    private Parameter body(Answer answer) {
        return answer.body().length > properties.maxAnswer().toBytes()
                ? Parameters.in(byte[].class)
                : Parameters.in(answer.body());
    }

    private static Parameter header(Answer answer, String name) {
        return text(answer.headers().getFirst(name));
    }

    private static Parameter text(@Nullable String value) {
        return value == null ? Parameters.in(String.class) : Parameters.in(value);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }
}
