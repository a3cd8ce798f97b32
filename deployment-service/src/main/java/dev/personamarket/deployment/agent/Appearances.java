package dev.personamarket.deployment.agent;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;

import dev.personamarket.deployment.discord.Profile;
import dev.personamarket.deployment.discord.ServerId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import reactor.core.publisher.Mono;

import static dev.personamarket.defaults.database.Column.required;

/** What Discord was last told of how the bot looks, on each server. */
@Repository
class Appearances {

    /**
     * @param avatarUrl where the face that it has is from; {@code null} is the bot's own
     * @param mayChange whether it is time to try a face, again
     */
    record Shown(Profile profile, @Nullable String avatarUrl, boolean mayChange) {

        static final Shown NOTHING = new Shown(Profile.OWN, null, true);
    }

    private final DatabaseClient database;

    Appearances(DatabaseClient database) {
        this.database = database;
    }

    Mono<Shown> on(ServerId server) {
        return database.sql("SELECT *, avatar_at <= now() AS may_change FROM appearances WHERE server_id = :server")
                .bind("server", server.value())
                .map(row -> new Shown(new Profile(row.get("nick", String.class), row.get("bio", String.class)),
                        row.get("avatar_url", String.class), required(row, "may_change", Boolean.class)))
                .one().defaultIfEmpty(Shown.NOTHING);
    }

    Mono<Void> show(ServerId server, Profile profile) {
        return text(text(database.sql("""
                INSERT INTO appearances (server_id, nick, bio) VALUES (:server, :nick, :bio)
                ON CONFLICT (server_id) DO UPDATE SET nick = excluded.nick, bio = excluded.bio
                """).bind("server", server.value()), "nick", profile.nick()), "bio", profile.bio()).then();
    }

    Mono<Void> wear(ServerId server, Optional<String> avatarUrl) {
        return text(database.sql("""
                INSERT INTO appearances (server_id, avatar_url) VALUES (:server, :avatar)
                ON CONFLICT (server_id) DO UPDATE SET avatar_url = excluded.avatar_url, attempts = 0
                """).bind("server", server.value()), "avatar", avatarUrl.orElse(null)).then();
    }

    /** Twice as long with each time in a row, for a day at most. */
    Mono<Void> waitWithFace(ServerId server, Duration atFirst) {
        return database.sql("""
                INSERT INTO appearances AS shown (server_id, avatar_at, attempts)
                VALUES (:server, now() + make_interval(secs => :seconds), 1)
                ON CONFLICT (server_id) DO UPDATE SET attempts = shown.attempts + 1, avatar_at = now()
                    + least(make_interval(secs => :seconds * 2 ^ least(shown.attempts, 10)), interval '1 day')
                """).bind("server", server.value()).bind("seconds", (double) atFirst.toSeconds()).then();
    }

    /** The bot has left, and with it goes how it looked there. */
    Mono<Void> forget(ServerId server) {
        return database.sql("DELETE FROM appearances WHERE server_id = :server").bind("server", server.value()).then();
    }

    private static GenericExecuteSpec text(GenericExecuteSpec statement, String name, @Nullable String value) {
        return statement.bind(name, Parameters.in(R2dbcType.VARCHAR, value));
    }
}
