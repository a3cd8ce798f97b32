package dev.personamarket.deployment.deployment;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.personamarket.deployment.discord.ServerId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Where a personality is wanted.
 *
 * @param serverId   the server's snowflake
 * @param channelIds snowflakes of the channels where it answers, at most 10; none means everywhere
 * @param updatePolicy whether it follows later versions of the personality, which is what is usual
 */
record DeployRequest(@NotNull @Pattern(regexp = ServerId.PATTERN, message = SNOWFLAKE) String serverId,
        @Nullable @Size(max = 10) List<@NotNull @Pattern(regexp = ServerId.PATTERN, message = SNOWFLAKE) String> channelIds,
        @Nullable UpdatePolicy updatePolicy) {

    private static final String SNOWFLAKE = "must be a Discord id: 17 to 20 digits";

    UpdatePolicy policy() {
        return Objects.requireNonNullElse(updatePolicy, UpdatePolicy.AUTO);
    }

    List<String> distinctChannels() {
        return Objects.requireNonNullElse(channelIds, List.<String>of()).stream().distinct().toList();
    }
}
