package dev.personamarket.deployment.discord;

import static dev.personamarket.deployment.discord.Permission.CHANGE_NICKNAME;
import static dev.personamarket.deployment.discord.Permission.EMBED_LINKS;
import static dev.personamarket.deployment.discord.Permission.SEND_MESSAGES;
import static dev.personamarket.deployment.discord.Permission.VIEW_CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.personamarket.deployment.discord.Surroundings.TextChannel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** By the figures of Discord's guide: everybody's role is 1, the bot is 7, its roles are 2 and 3. */
class SurroundingsTests {

    private static final long VIEW = 1L << 10;
    private static final long SEND = 1L << 11;
    private static final long NICK = 1L << 26;
    private static final long ADMINISTRATOR = 1L << 3;

    @Test
    void rolesAddUpAndThoseOfOthersDoNotCount() {
        var found = read(VIEW, SEND, NICK, "");

        assertThat(found.permissions()).containsExactlyInAnyOrder(VIEW_CHANNEL, SEND_MESSAGES, CHANGE_NICKNAME);
        assertThat(found.permissions()).doesNotContain(EMBED_LINKS);
    }

    @Test
    void aChannelDeniesFirstAndAllowsThen() {
        assertThat(in(VIEW | SEND, overwrite("1", 0, SEND))).doesNotContain(SEND_MESSAGES);
        assertThat(in(VIEW | SEND, overwrite("1", 0, SEND), overwrite("2", SEND, 0))).contains(SEND_MESSAGES);
        assertThat(in(VIEW | SEND, overwrite("2", SEND, 0), overwrite("3", 0, SEND))).contains(SEND_MESSAGES);
        assertThat(in(VIEW | SEND, overwrite("2", SEND, 0), overwrite("7", 0, SEND))).doesNotContain(SEND_MESSAGES);
        assertThat(in(VIEW | SEND, overwrite("4", 0, SEND))).contains(SEND_MESSAGES);
    }

    @Test
    void whoAdministersMayDoEverythingEverywhere() {
        var found = read(ADMINISTRATOR, 0, 0, overwrite("1", 0, VIEW | SEND));

        assertThat(found.permissions()).containsExactlyInAnyOrder(Permission.values());
        assertThat(found.channels()).allMatch(TextChannel::canSpeak);
    }

    @Test
    void channelsStandAsDiscordShowsThem() {
        assertThat(read(VIEW, 0, 0, "").channels()).extracting(TextChannel::name).containsExactly("lobby", "stairs",
                "cellar", "attic");
        assertThat(read(VIEW, 0, 0, "").channels()).extracting(TextChannel::category).containsExactly(null, null,
                "Down", "Up");
    }

    @Test
    void whatIsMissingDependsOnWhereOneAnswers() {
        var lobby = channel("1", VIEW_CHANNEL);
        var bar = channel("2", VIEW_CHANNEL, SEND_MESSAGES);
        var found = new Surroundings(Set.of(CHANGE_NICKNAME), List.of(lobby, bar), null);

        assertThat(found.missingFor(List.of())).isEmpty();
        assertThat(found.missingFor(List.of("1"))).containsExactly(SEND_MESSAGES);
        assertThat(found.missingFor(List.of("2"))).isEmpty();
        assertThat(found.missingFor(List.of("2", "99"))).isEmpty();
        assertThat(found.missingFor(List.of("99"))).containsExactlyInAnyOrder(VIEW_CHANNEL, SEND_MESSAGES);
        assertThat(new Surroundings(Set.of(), List.of(lobby), null).missingFor(List.of()))
                .containsExactlyInAnyOrder(CHANGE_NICKNAME, VIEW_CHANNEL, SEND_MESSAGES);
    }

    @Test
    void helloIsSaidWhereItIsHeard() {
        var mute = channel("1", VIEW_CHANNEL);
        var bar = channel("2", VIEW_CHANNEL, SEND_MESSAGES);
        var hall = channel("3", VIEW_CHANNEL, SEND_MESSAGES);

        assertThat(place("3", List.of(), mute, bar, hall)).contains("3");
        assertThat(place("1", List.of(), mute, bar, hall)).contains("2");
        assertThat(place("3", List.of("1", "2"), mute, bar, hall)).contains("2");
        assertThat(place("3", List.of("1"), mute, bar, hall)).isEmpty();
    }

    @Test
    void whatIsFoundOnlyInPartIsNotGone() {
        var something = Optional.of(json("{}"));

        assertThatExceptionOfType(DiscordFailure.class)
                .isThrownBy(() -> SurroundingsReader.read(Optional.empty(), Optional.empty(), Optional.empty()))
                .matches(failure -> failure.kind() == DiscordFailure.Kind.NOT_THERE);
        assertThatExceptionOfType(DiscordFailure.class)
                .isThrownBy(() -> SurroundingsReader.read(Optional.empty(), something, Optional.empty()))
                .matches(failure -> failure.kind() == DiscordFailure.Kind.UNAVAILABLE);
    }

    private static Optional<String> place(String system, List<String> wanted, TextChannel... channels) {
        return new Surroundings(Set.of(), List.of(channels), system).greetingPlace(wanted).map(TextChannel::id);
    }

    private static TextChannel channel(String id, Permission... permissions) {
        return new TextChannel(id, "channel-" + id, null, Set.of(permissions));
    }

    private static Set<Permission> in(long everybody, String... overwrites) {
        return read(everybody, 0, 0, String.join(",", overwrites)).channels().getFirst().permissions();
    }

    private static Surroundings read(long everybody, long second, long third, String overwrites) {
        return SurroundingsReader.read(Optional.of(json("""
                {"id":"1","owner_id":"5","system_channel_id":null,"roles":[{"id":"1","permissions":"%d"},
                {"id":"2","permissions":"%d"},{"id":"3","permissions":"%d"},{"id":"4","permissions":"16384"}]}"""
                .formatted(everybody, second, third))), Optional.of(json(
                        """
                                [{"id":"20","type":4,"name":"Up","position":2},{"id":"21","type":4,"name":"Down","position":1},
                                {"id":"30","type":0,"name":"attic","position":0,"parent_id":"20"},
                                {"id":"31","type":0,"name":"cellar","position":5,"parent_id":"21"},
                                {"id":"32","type":2,"name":"a voice channel","position":0},
                                {"id":"34","type":0,"name":"stairs","position":3},
                                {"id":"33","type":0,"name":"lobby","position":3,"permission_overwrites":[%s]}]"""
                                .formatted(overwrites))),
                Optional.of(json("{\"user\":{\"id\":\"7\"},\"roles\":[\"2\",\"3\"]}")));
    }

    private static String overwrite(String id, long allow, long deny) {
        return "{\"id\":\"%s\",\"type\":0,\"allow\":\"%d\",\"deny\":\"%d\"}".formatted(id, allow, deny);
    }

    private static JsonNode json(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
