package dev.personamarket.deployment.agent;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why nobody waits for an answer any more. */
enum DropReason {
    /** There was none in time. */
    NO_ANSWER_IN_TIME,
    /** Discord takes answers for 15 minutes only. */
    INTERACTION_EXPIRED,
    /** Somebody deleted the message, or the channel, or the bot is gone from the server. */
    MESSAGE_GONE,
    /** Discord lets nothing of ours through there, not even an excuse. */
    DISCORD_REFUSED;

    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
