package dev.personamarket.simulators.discord.users;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.personamarket.simulators.discord.people.UserObject;

/** A user as that user sees it; without an email address, which would take another scope. */
record CurrentUser(@JsonUnwrapped UserObject user, boolean mfaEnabled, String locale, int premiumType) {

    static CurrentUser of(UserObject user) {
        return new CurrentUser(user, false, "en-US", 0);
    }
}
