package dev.personamarket.simulators.discord.bot;

import java.util.function.UnaryOperator;

import dev.personamarket.simulators.discord.FormErrors;
import dev.personamarket.simulators.discord.guilds.Installation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads how the bot wants to appear in a guild:
 * <a href="https://discord.com/developers/docs/resources/guild#modify-current-member">Modify Current Member</a>. An absent
 * field stays as it is, null clears it. Nothing is changed when anything is wrong.
 */
@Component
class ProfileChanges {

    private static final int NICK_LIMIT = 32;
    private static final int BIO_LIMIT = 190;

    private final AvatarLimit avatarLimit;

    ProfileChanges(AvatarLimit avatarLimit) {
        this.avatarLimit = avatarLimit;
    }

    UnaryOperator<Installation> read(String guildId, ObjectNode body) {
        var errors = new FormErrors();
        for (String field : new String[]{"nick", "bio", "avatar", "banner"}) {
            errors.require(!body.has(field) || body.path(field).isString() || body.path(field).isNull(), field,
                    "BASE_TYPE_STRING", "Must be a string.");
        }
        errors.raise();
        String nick = text(body, "nick");
        String bio = text(body, "bio");
        errors.atMost(NICK_LIMIT, nick, "nick").atMost(BIO_LIMIT, bio, "bio");
        var avatar = image(body, "avatar", errors);
        var banner = image(body, "banner", errors);
        errors.raise();
        if (avatar != null && !avatarLimit.allows(guildId)) {
            errors.add("avatar", "AVATAR_RATE_LIMIT", "You are changing your avatar too fast. Try again later.")
                    .raise();
        }
        return installation -> {
            var changed = body.has("nick") ? installation.withNick(emptyAsNull(nick)) : installation;
            changed = body.has("bio") ? changed.withBio(emptyAsNull(bio)) : changed;
            changed = body.has("avatar") ? changed.withAvatar(avatar) : changed;
            return body.has("banner") ? changed.withBanner(banner) : changed;
        };
    }

    private static @Nullable String text(ObjectNode body, String field) {
        JsonNode value = body.path(field);
        return value.isString() ? value.stringValue().strip() : null;
    }

    /** The hash of a data URI. */
    private static @Nullable String image(ObjectNode body, String field, FormErrors errors) {
        JsonNode value = body.path(field);
        if (!value.isString()) {
            return null;
        }
        var hash = ImageData.hash(value.stringValue());
        errors.require(hash.isPresent(), field, "IMAGE_INVALID", "Invalid image data");
        return hash.orElse(null);
    }

    private static @Nullable String emptyAsNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
