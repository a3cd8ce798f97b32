package dev.personamarket.catalog.live;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import dev.personamarket.catalog.CatalogTest;
import dev.personamarket.catalog.Market;
import dev.personamarket.catalog.Templates;
import dev.personamarket.testing.TestKafka;
import io.micrometer.core.instrument.MeterRegistry;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@CatalogTest
class LiveIntegrationTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestKafka kafka;

    @Autowired
    private Market market;

    @Autowired
    private MeterRegistry meters;

    private final UUID orla = UUID.randomUUID();

    @BeforeEach
    void awaitTheBroadcasts() {
        events().awaitBroadcasts(port);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            marketplace.RatingSubmitted.v1 | rating | "rating":{"average":4.35,"count":37},"histogram":[1,1,4,9,22],"version":42
            marketplace.RatingWithdrawn.v1 | rating | "rating":{"average":4.33,"count":36},"histogram":[1,1,4,9,21],"version":43
            marketplace.PersonalityDeployed.v1 | deployment | "deployCount":12,"version":19
            marketplace.PersonalityUndeployed.v1 | deployment | "deployCount":11,"version":20
            marketplace.PersonalityPublished.v1 | personality | "change":"published","slug":"orla-the-lighthouse-keeper","name":"Orla the Lighthouse Keeper","version":3,"revision":7
            marketplace.PersonalityArchived.v1 | personality | "change":"archived","version":3,"revision":8""")
    void aChangeIsToldAndNothingElse(String type, String event, String rest) {
        try (var listener = listen("?personality=" + orla, "")) {
            events().sample(type, orla);

            var told = listener.awaitTold(_ -> true);
            assertThat(told.event()).isEqualTo(event);
            assertThat(told.data()).isEqualTo(
                    JsonMapper.shared().readTree("{\"personalityId\":\"%s\",%s}".formatted(orla, rest)));
        }
    }

    @Test
    void whatAdminsDoIsTold() {
        try (var listener = listen("", "")) {
            var id = market.publish(Templates.named("Told Live " + orla)).toString();
            market.archive(UUID.fromString(id));

            listener.awaitTold(told -> told.data().path("personalityId").asString().equals(id)
                    && told.data().path("change").asString().equals("archived"));
            assertThat(listener.told().stream().map(Listener.Told::data)
                    .filter(data -> data.path("personalityId").asString().equals(id))
                    .map(data -> data.path("change").asString())).containsExactly("published", "archived");
        }
    }

    @Test
    void aStreamBeginsWithAnIdAndIsNeitherStoredNorHeldBack() {
        try (var listener = listen("", "")) {
            assertThat(listener.lines().getFirst()).isEqualTo("retry: 3000");
            assertThat(listener.lines().get(1)).startsWith("id: ");
            assertThat(listener.lines().get(2)).isEmpty();
            assertThat(listener.answer().headers().firstValue("Content-Type")).hasValue("text/event-stream");
            assertThat(listener.answer().headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(listener.answer().headers().firstValue("X-Accel-Buffering")).hasValue("no");
        }
    }

    @Test
    void aStreamMayBeNarrowedToSome() {
        var nemo = UUID.randomUUID();
        var other = UUID.randomUUID();
        try (var listener = listen("?personality=" + orla + "&personality=" + nemo, "")) {
            events().rated(other, 1);
            events().rated(nemo, 2);
            events().rated(other, 3);
            events().rated(orla, 4);

            listener.awaitTold(told -> told.data().path("version").asLong() == 2);
            listener.awaitTold(told -> told.data().path("version").asLong() == 4);
            assertThat(listener.told()).hasSize(2);
        }
    }

    @Test
    void aHundredPersonalitiesAreEnough() {
        assertThat(ask(personalities(100) + "&personality=" + orla)).startsWith("400")
                .contains("/problems/invalid-request");
        listen(personalities(100), "").close();
    }

    @Test
    void whatIsNoIdIsRefused() {
        assertThat(ask("?personality=orla")).startsWith("400").contains("/problems/invalid-request");
    }

    @Test
    void whoComesBackHearsWhatTheyMissedOnce() {
        String lastId;
        try (var listener = listen("?personality=" + orla, "")) {
            events().rated(orla, 1);
            lastId = listener.awaitTold(_ -> true).id();
        }
        events().rated(orla, 2);
        events().rated(orla, 3);

        try (var listener = listen("?personality=" + orla, lastId)) {
            events().rated(orla, 4);

            listener.awaitTold(told -> told.data().path("version").asLong() == 4);
            assertThat(versions(listener.told())).containsExactly(2L, 3L, 4L);
        }
    }

    @Test
    void nothingIsMissedOrToldTwiceByWhoComesAndGoesAllTheTime() {
        var all = new ArrayList<Listener.Told>();
        var random = new Random(7);
        var lastId = idOfNow();
        var neighbour = Thread.ofVirtual()
                .start(() -> LongStream.rangeClosed(1, 400).forEach(version -> events().rated(orla, version)));
        while (all.size() < 400) {
            var most = all.size() + random.nextInt(1, 40);
            try (var listener = listen("?personality=" + orla, lastId)) {
                await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(5))
                        .until(() -> all.size() + listener.told().size() >= Math.min(400, most));
                all.addAll(List.copyOf(listener.told()));
                lastId = all.getLast().id();
            }
        }

        assertThat(neighbour.isAlive()).isFalse();
        assertThat(versions(all)).containsExactlyElementsOf(LongStream.rangeClosed(1, 400).boxed().toList());
    }

    @Test
    void anIdThatIsNoneIsAnsweredByAReset() {
        try (var listener = listen("?personality=" + orla, "no-position")) {
            assertThat(listener.awaitTold(_ -> true).event()).isEqualTo("reset");
            events().rated(orla, 1);
            listener.awaitTold(told -> told.data().path("version").asLong() == 1);
        }
    }

    @Test
    void aQuietStreamKeepsAFreshId() {
        try (var listener = listen("?personality=" + orla, "")) {
            var first = listener.lastId();
            events().rated(UUID.randomUUID(), 1);

            await().atMost(Duration.ofSeconds(20)).until(() -> !listener.lastId().equals(first));
            assertThat(listener.told()).isEmpty();
        }
    }

    @Test
    void whatIsUnknownOrUnreadableIsPassedOver() {
        try (var listener = listen("?personality=" + orla, "")) {
            kafka.send("marketplace.ratings", "marketplace.RatingPraised.v1", orla.toString(), "{}",
                    UUID.randomUUID().toString());
            kafka.send("marketplace.ratings", Events.SUBMITTED, orla.toString(),
                    "{\"personalityId\":\"%s\"}".formatted(orla), UUID.randomUUID().toString());
            kafka.send(new ProducerRecord<>("marketplace.ratings", orla.toString(), "no event".getBytes()));
            events().rated(orla, 1);

            listener.awaitTold(_ -> true);
            assertThat(versions(listener.told())).containsExactly(1L);
        }
    }

    @Test
    void whoDoesNotReadIsLetGoWhileTheOthersGoOn() throws IOException {
        var dropped = meters.get("live.streams.dropped").counter();
        var before = dropped.count();
        try (var deaf = new Socket(); var listener = listen("?personality=" + orla, "")) {
            deaf.setReceiveBufferSize(4096);
            deaf.connect(new InetSocketAddress("localhost", port));
            deaf.getOutputStream()
                    .write("GET /api/marketplace/live HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes());

            await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50)).until(() -> {
                for (var i = 0; i < 20; i++) {
                    events().published(UUID.randomUUID(), 5_000); // until no buffer on the way has room
                }
                return dropped.count() > before;
            });

            events().rated(orla, 1);
            listener.awaitTold(told -> told.data().path("version").asLong() == 1);
            assertThat(dropped.count()).isEqualTo(before + 1);
        }
    }

    @Test
    void openStreamsAreCounted() {
        var open = meters.get("live.streams").gauge();
        await().until(() -> open.value() == 0);
        try (var _ = listen("", ""); var _ = listen("", "")) {
            assertThat(open.value()).isEqualTo(2);
        }

        await().until(() -> open.value() == 0);
    }

    private Listener listen(String query, String lastId) {
        return Listener.at(port, query, lastId);
    }

    private String idOfNow() {
        try (var listener = listen("?personality=" + orla, "")) {
            return listener.lastId();
        }
    }

    private String ask(String query) {
        var answer = Listener.ask(port, query, "", BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    private Events events() {
        return new Events(kafka);
    }

    private static String personalities(int many) {
        return Stream.generate(UUID::randomUUID).limit(many).map(id -> "personality=" + id)
                .collect(Collectors.joining("&", "?", ""));
    }

    private static List<Long> versions(List<Listener.Told> told) {
        return told.stream().map(one -> one.data().path("version").asLong()).toList();
    }
}
