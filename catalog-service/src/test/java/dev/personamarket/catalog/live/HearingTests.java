package dev.personamarket.catalog.live;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import dev.personamarket.defaults.listening.Beginning;
import dev.personamarket.defaults.listening.Heard;
import dev.personamarket.defaults.listening.Partitions;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

class HearingTests {

    private static final Partitions TWO = new Partitions(
            List.of(new TopicPartition("words", 0), new TopicPartition("words", 1)), 42);
    private static final UUID ORLA = UUID.randomUUID();
    private static final UUID NEMO = UUID.randomUUID();
    private static final int MOST = 10;

    private final AtomicReference<Recent> news = new AtomicReference<>(beginning(0, 0));

    @Test
    void whoComesNewHearsWhatComesFromThenOn() {
        hear(told(0, 0, 1));
        var client = listen("");
        hear(told(0, 1, 2));

        assertThat(client.read()).extracting(Told::version).containsExactly(2L);
    }

    @Test
    void whoComesBackHearsWhatTheyMissed() {
        var before = listen("");
        hear(List.of(told(0, 0, 1), told(1, 0, 2)));
        before.read();
        hear(told(0, 1, 3));
        hear(told(1, 1, 4));

        var after = listen(before.lastId);
        hear(told(0, 2, 5));

        assertThat(after.read()).extracting(Told::version).containsExactly(3L, 4L, 5L);
    }

    @Test
    void whoBrokeOffWithinATickHearsItsRest() {
        var before = listen("");
        hear(List.of(told(0, 0, 1), told(0, 1, 2), told(1, 0, 3)));
        var middle = before.read().get(1);

        assertThat(listen(middle.id()).read()).extracting(Told::version).containsExactly(3L);
    }

    /** Two instances hear partitions in another order; no place in one order is a place in the other. */
    @Test
    void whoGoesToAnotherInstanceHearsTheRestOnceWhereverTheyBreakOff() {
        var one = List.of(told(0, 0, 1), told(0, 1, 2), told(1, 0, 3), told(0, 2, 4), told(1, 1, 5));
        var other = List.of(told(1, 0, 3), told(0, 0, 1), told(1, 1, 5), told(0, 1, 2), told(0, 2, 4));
        for (var first = 0; first <= 5; first++) {
            for (var second = 0; second <= 5; second++) {
                news.set(beginning(0, 0));
                var here = listen("");
                one.forEach(this::hear);
                var heard = new ArrayList<>(here.read().subList(0, first));

                news.set(beginning(0, 0));
                other.forEach(this::hear);
                var there = listen(heard.isEmpty() ? here.firstId : heard.getLast().id());
                var rest = there.read();
                heard.addAll(rest.subList(0, Math.min(second, rest.size())));

                news.set(beginning(0, 0));
                one.forEach(this::hear);
                heard.addAll(listen(heard.isEmpty() ? here.firstId : heard.getLast().id()).read());

                assertThat(heard).extracting(Told::version).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L);
            }
        }
    }

    @Test
    void whoIsAheadHearsNothingTwice() {
        var ahead = Position.of(TWO, List.of(2L, 0L)).toString();
        var client = listen(ahead);

        hear(List.of(told(0, 0, 1), told(1, 0, 2), told(0, 1, 3)));
        hear(told(0, 2, 4));

        assertThat(client.read()).extracting(Told::version).containsExactly(2L, 4L);
    }

    @Test
    void whoClaimsToHaveHeardWhatNeverCameIsToldSo() {
        var client = listen(Position.of(TWO, List.of(99L, 0L)).toString());
        client.read();

        assertThat(client.told(client.hearing.beat())).extracting(Told::event).containsExactly("reset");
        hear(told(0, 0, 1));
        assertThat(client.read()).extracting(Told::version).containsExactly(1L);
    }

    @Test
    void whatIsForgottenIsNotLostInSilence() {
        var gone = listen("");
        hear(told(0, 0, 1));
        var back = gone.read().getLast().id();
        for (var offset = 1; offset <= MOST + 1; offset++) {
            hear(told(0, offset, 1 + offset));
        }

        assertThat(listen(back).read()).extracting(Told::event).containsExactly("reset");
        assertThat(gone.hearing.isLost()).isTrue();
    }

    @Test
    void allThatIsRememberedIsToldAgain() {
        var gone = listen("");
        hear(told(0, 0, 1));
        var back = gone.read().getLast().id();
        for (var offset = 1; offset <= MOST; offset++) {
            hear(told(0, offset, 1 + offset));
        }

        assertThat(listen(back).read()).extracting(Told::version).hasSize(MOST).startsWith(2L).endsWith(11L);
    }

    @Test
    void whatLiesBeforeTheBeginningIsNotKnown() {
        var id = listen("").firstId;
        news.set(beginning(5, 0));

        assertThat(listen(id).read()).extracting(Told::event).containsExactly("reset");
    }

    @Test
    void anIdThatIsNoneIsAReset() {
        var client = listen("garbage");

        assertThat(client.read()).extracting(Told::event).containsExactly("reset");
        hear(told(0, 0, 1));
        assertThat(client.read()).extracting(Told::version).containsExactly(1L);
    }

    @Test
    void whenListeningBeginsAnewEverybodyIsToldSo() {
        var client = listen("");
        client.read();
        hear(told(0, 0, 1));
        news.set(beginning(7, 7));
        hear(told(0, 7, 8));

        assertThat(client.read()).extracting(Told::event).containsExactly("reset");
        hear(told(0, 8, 9));
        assertThat(client.read()).extracting(Told::version).containsExactly(9L);
    }

    @Test
    void aNarrowedStreamGoesOnWhereItsSignsOfLifeSay() {
        var client = listen("", NEMO);
        hear(told(0, 0, 1));
        hear(new Heard<>(1, 0, null));
        assertThat(client.read()).isEmpty();

        client.told(client.hearing.beat());
        hear(told(1, 1, NEMO, 2));

        assertThat(client.lastId).isEqualTo(Position.of(TWO, List.of(1L, 1L)).toString());
        assertThat(client.read()).extracting(Told::version).containsExactly(2L);
        assertThat(listen(client.firstId, NEMO).read()).extracting(Told::version).containsExactly(2L);
    }

    @Test
    void theSameBytesGoToAll() {
        var one = listen("");
        var other = listen("");
        one.read();
        other.read();
        hear(told(0, 0, 1));

        assertThat(one.hearing.next()).isSameAs(other.hearing.next());
    }

    private Client listen(String lastId, UUID... personalities) {
        return new Client(new Hearing(news::get, Set.of(personalities), lastId, "retry: 3000\n"));
    }

    private void hear(Heard<Change> one) {
        hear(List.of(one));
    }

    private void hear(List<Heard<Change>> together) {
        news.get().hear(together, System.nanoTime());
    }

    private static Recent beginning(long first, long second) {
        return new Recent(new Beginning(TWO, List.of(first, second), List.of(first, second)), Duration.ofMinutes(1),
                MOST, JsonMapper.shared(), System.nanoTime());
    }

    private static Heard<Change> told(int partition, long offset, long version) {
        return told(partition, offset, ORLA, version);
    }

    private static Heard<Change> told(int partition, long offset, UUID personality, long version) {
        return new Heard<>(partition, offset, new RatingChange(personality,
                new RatingChange.Rating(BigDecimal.ONE, 1), List.of(1, 0, 0, 0, 0), version));
    }

    private record Told(String event, String id, long version) {}

    /** Understands server-sent events as far as they are sent here. */
    private static final class Client {

        private final Hearing hearing;
        private final List<Told> early;
        private final String firstId;
        private String lastId = "";

        Client(Hearing hearing) {
            this.hearing = hearing;
            early = new ArrayList<>(told(requireNonNull(hearing.next())));
            firstId = lastId;
        }

        List<Told> read() {
            var told = new ArrayList<>(early);
            early.clear();
            for (var next = hearing.next(); next != null; next = hearing.next()) {
                told.addAll(told(next));
            }
            return told;
        }

        List<Told> told(byte[] bytes) {
            return Stream.of(new String(bytes, UTF_8).split("\n\n")).map(this::told)
                    .filter(told -> !told.event().isEmpty()).toList();
        }

        private Told told(String block) {
            lastId = field(block, "id");
            var data = field(block, "data");
            return new Told(field(block, "event"), lastId,
                    data.isEmpty() ? 0 : JsonMapper.shared().readTree(data).path("version").asLong());
        }

        private static String field(String block, String name) {
            return block.lines().filter(line -> line.startsWith(name + ": "))
                    .map(line -> line.substring(name.length() + 2)).findFirst().orElse("");
        }
    }
}
