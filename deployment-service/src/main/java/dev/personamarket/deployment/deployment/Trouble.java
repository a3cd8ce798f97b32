package dev.personamarket.deployment.deployment;

import java.util.EnumSet;
import java.util.Set;

import dev.personamarket.deployment.discord.Permission;

/**
 * What is wrong with a deployment.
 *
 * @param missing the permissions that the bot lacks, when that is it
 */
record Trouble(EndReason reason, Set<Permission> missing) {

    /** The bot asks for one thing alone that takes a permission: a name of its own. */
    static Trouble of(EndReason reason) {
        return new Trouble(reason, reason == EndReason.BOT_MISSING_PERMISSION
                ? EnumSet.of(Permission.CHANGE_NICKNAME)
                : Set.of());
    }

    static Trouble lacking(Set<Permission> missing) {
        return new Trouble(EndReason.BOT_MISSING_PERMISSION, missing);
    }
}
