package dev.personamarket.deployment.discord;

import java.math.BigInteger;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * What a member may do: by the role of everybody and those of their own, and then by what a channel overwrites.
 *
 * @param server  whose id is that of everybody's role
 * @param inWhole the bits that hold in the server as a whole
 * @see <a href="https://docs.discord.com/developers/topics/permissions#permission-overwrites">How Discord computes them</a>
 */
record Rights(String server, String member, Set<String> roles, BigInteger inWhole) {

    private static final int ADMINISTRATOR = 3;
    private static final BigInteger EVERYTHING = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    static Rights of(JsonNode server, JsonNode member) {
        var id = text(server, "id");
        var user = text(member.path("user"), "id");
        var roles = member.path("roles").valueStream().map(role -> role.asString("")).collect(Collectors.toSet());
        var bits = union(server.path("roles").valueStream()
                .filter(role -> text(role, "id").equals(id) || roles.contains(text(role, "id"))), "permissions");
        var unbounded = bits.testBit(ADMINISTRATOR) || user.equals(text(server, "owner_id"));
        return new Rights(id, user, roles, unbounded ? EVERYTHING : bits);
    }

    BigInteger in(JsonNode channel) {
        if (inWhole.equals(EVERYTHING)) {
            return EVERYTHING;
        }
        var bits = overwritten(inWhole, channel, server::equals);
        bits = overwritten(bits, channel, roles::contains);
        return overwritten(bits, channel, member::equals);
    }

    /** Of several that are meant alike, what one allows is not denied by another. */
    private static BigInteger overwritten(BigInteger bits, JsonNode channel, Predicate<String> meant) {
        var overwrites = channel.path("permission_overwrites").valueStream()
                .filter(overwrite -> meant.test(text(overwrite, "id"))).toList();
        return bits.andNot(union(overwrites.stream(), "deny")).or(union(overwrites.stream(), "allow"));
    }

    private static BigInteger union(Stream<JsonNode> nodes, String bits) {
        return nodes.map(node -> new BigInteger(node.path(bits).asString("0"))).reduce(BigInteger.ZERO,
                BigInteger::or);
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
