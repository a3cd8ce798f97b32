package dev.personamarket.deployment.deployment;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

import dev.personamarket.deployment.discord.Permission;
import dev.personamarket.deployment.discord.ServerId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;

import static dev.personamarket.defaults.database.Column.required;

/** A deployment as a row and back. */
final class DeploymentRow {

    private DeploymentRow() {}

    static Deployment read(Readable row) {
        return new Deployment(new DeploymentId(required(row, "id", UUID.class)), order(row),
                DeploymentStatus.of(required(row, "status", String.class)),
                trouble(row),
                required(row, "requested_at", Instant.class), required(row, "updated_at", Instant.class),
                required(row, "revision", Long.class),
                new Schedule(row.get("due_at", Instant.class), required(row, "attempts", Integer.class)));
    }

    private static @Nullable Trouble trouble(Readable row) {
        var reason = row.get("reason", String.class);
        return reason == null
                ? null
                : new Trouble(EndReason.of(reason), Stream.of(required(row, "missing_permissions", String[].class))
                        .map(Permission::of).collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class))));
    }

    private static Order order(Readable row) {
        return new Order(required(row, "personality_id", UUID.class),
                required(row, "personality_version", Integer.class),
                new ServerId(required(row, "server_id", String.class)), required(row, "server_name", String.class),
                List.of(required(row, "channel_ids", String[].class)),
                UpdatePolicy.of(required(row, "update_policy", String.class)),
                required(row, "requested_by", UUID.class));
    }

    /** Binds what a transition changes, and by what it finds the row. */
    static GenericExecuteSpec bindState(GenericExecuteSpec statement, Deployment deployment) {
        var order = deployment.order();
        var trouble = deployment.trouble();
        return statement.bind("id", deployment.id().value()).bind("version", order.personalityVersion())
                .bind("channels", order.channelIds().toArray(String[]::new)).bind("policy", order.updatePolicy().code())
                .bind("status", deployment.status().code())
                .bind("reason", Parameters.in(R2dbcType.VARCHAR, trouble == null ? null : trouble.reason().code()))
                .bind("missing", missing(trouble))
                .bind("updatedAt", deployment.updatedAt()).bind("revision", deployment.revision())
                .bind("dueAt", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, deployment.schedule().dueAt()))
                .bind("attempts", deployment.schedule().attempts());
    }

    private static String[] missing(@Nullable Trouble trouble) {
        return trouble == null
                ? new String[0]
                : trouble.missing().stream().map(Permission::code).toArray(String[]::new);
    }

    /** Binds what never changes. */
    static GenericExecuteSpec bindOrder(GenericExecuteSpec statement, Deployment deployment) {
        var order = deployment.order();
        return statement.bind("personality", order.personalityId()).bind("server", order.serverId().value())
                .bind("serverName", order.serverName())
                .bind("requestedBy", order.orderedBy()).bind("requestedAt", deployment.requestedAt());
    }
}
