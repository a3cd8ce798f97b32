package dev.personamarket.defaults.operations;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets only one command of a name work on a database, whichever machine it runs on. */
public final class Alone {

    private final ConnectionFactory connections;

    public Alone(ConnectionFactory connections) {
        this.connections = connections;
    }

    /** Fails with {@link CannotRunException} while another one works. The server forgets one that died. */
    public <T> Mono<T> run(String command, Mono<T> work) {
        return Mono.usingWhen(connections.create(),
                connection -> ask(connection, "pg_try_advisory_lock", command)
                        .flatMap(free -> free
                                ? work
                                : Mono.error(new CannotRunException(
                                        "another %s is at work on this database; wait until it is done"
                                                .formatted(command)))),
                connection -> ask(connection, "pg_advisory_unlock", command).then(Mono.from(connection.close())));
    }

    private static Mono<Boolean> ask(Connection connection, String function, String command) {
        return Flux
                .from(connection.createStatement("SELECT %s(hashtext('operations'), hashtext($1))".formatted(function))
                        .bind(0, command).execute())
                .flatMap(result -> result.map((row, _) -> Boolean.TRUE.equals(row.get(0))))
                .single();
    }
}
