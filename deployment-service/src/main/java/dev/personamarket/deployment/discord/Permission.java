package dev.personamarket.deployment.discord;

import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What an agent needs to be allowed, and no more than that is asked for.
 *
 * @see <a href="https://docs.discord.com/developers/topics/permissions">Permissions</a>
 */
public enum Permission {

    VIEW_CHANNEL(10), SEND_MESSAGES(11), EMBED_LINKS(14), READ_MESSAGE_HISTORY(16), CHANGE_NICKNAME(26),
    SEND_MESSAGES_IN_THREADS(38);

    /** All of them, as an install link carries them. */
    public static final BigInteger ALL = Stream.of(values()).map(Permission::mask).reduce(BigInteger.ZERO,
            BigInteger::or);

    private final int bit;

    Permission(int bit) {
        this.bit = bit;
    }

    private BigInteger mask() {
        return BigInteger.ONE.shiftLeft(bit);
    }

    /** Those among a set of bits. */
    static Set<Permission> among(BigInteger bits) {
        return Stream.of(values()).filter(permission -> bits.testBit(permission.bit))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
    }

    /** The name in JSON and in the database. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Permission of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
