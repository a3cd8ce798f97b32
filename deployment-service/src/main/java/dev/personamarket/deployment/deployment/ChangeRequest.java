package dev.personamarket.deployment.deployment;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.personamarket.deployment.discord.ServerId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What is to be otherwise about a deployment; what is left out stays.
 *
 * @param updatePolicy whether it follows later versions: set to {@code auto} it takes on the newest, set to {@code pinned}
 *                     it keeps the one that it has
 * @param channelIds   where it answers, at most 10; none means everywhere
 */
record ChangeRequest(@Nullable UpdatePolicy updatePolicy,
        @Nullable @Size(max = 10) List<@NotNull @Pattern(regexp = ServerId.PATTERN, message = SNOWFLAKE) String> channelIds) {

    private static final String SNOWFLAKE = "must be a Discord id: 17 to 20 digits";

    UpdatePolicy policy(Order order) {
        return updatePolicy == null ? order.updatePolicy() : updatePolicy;
    }

    List<String> channels(Order order) {
        return channelIds == null ? order.channelIds() : channelIds.stream().distinct().toList();
    }
}
