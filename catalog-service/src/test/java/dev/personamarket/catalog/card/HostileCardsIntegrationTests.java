package dev.personamarket.catalog.card;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import dev.personamarket.catalog.CatalogTest;
import dev.personamarket.catalog.Market;
import dev.personamarket.testing.TestIdentity;
import tools.jackson.databind.node.ObjectNode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Files that are broken, or made to break something, are refused with a reason and leave nothing behind. */
@CatalogTest
class HostileCardsIntegrationTests {

    @Autowired
    private CardDesk desk;

    @Autowired
    private Market market;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestIdentity identity;

    @BeforeEach
    void beginWithNothing() {
        market.clear();
    }

    private record Hostile(String name, byte[] bytes, int status, String reason) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Hostile> hostile() {
        return Stream.concat(pictures(), Stream.concat(archives(), texts()));
    }

    private static Stream<Hostile> pictures() {
        var png = Files.png("chara", Files.v2());
        var damaged = png.clone();
        damaged[60] ^= 1;
        return Stream.of(new Hostile("crc.png", damaged, 400, "checksum"),
                new Hostile("cut.png", Arrays.copyOf(png, png.length - 30), 400, "cut off"),
                new Hostile("signature.png", Arrays.copyOf(png, 8), 400, "cut off"),
                new Hostile("no-card.png", Files.picture(), 415, "no card"),
                new Hostile("base64.png", PngFile.with(Files.picture(), "ccv3", "{\"name\"}".getBytes(UTF_8)), 400,
                        "base64"),
                new Hostile("40-megapixels.png", PngFile.with(Files.emptyPng(8000, 5000), "chara",
                        Files.base64(Files.v2())), 413, "24 million pixels"),
                new Hostile("huge-text.png", PngFile.with(Files.picture(), "chara", new byte[3_000_000]), 413, "2 MiB"),
                new Hostile("large.png", PngFile.with(Files.picture(), "Comment", new byte[10 * 1024 * 1024]), 413,
                        "10 MiB"),
                new Hostile("drawing.png", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(UTF_8), 415, "neither"),
                new Hostile("empty.png", new byte[0], 415, "neither"),
                new Hostile("photo.jpg", new byte[]{(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0}, 415, "neither"));
    }

    private static Stream<Hostile> archives() {
        var card = Files.v3();
        var many = new LinkedHashMap<String, byte[]>();
        IntStream.range(0, 200).forEach(i -> many.put("assets/" + i, new byte[]{1}));
        var damaged = Files.charx(card, Map.of());
        damaged[60] ^= 1;
        return Stream.of(new Hostile("bomb.charx", Files.charx(card, Map.of("a.bin", new byte[50_000_000])), 413,
                "hundred times"),
                new Hostile("bomb-card.charx", Files.zip(Map.of("card.json", blank(3_000_000))), 413, "hundred times"),
                new Hostile("liar.charx", lying(Files.charx(card, Map.of())), 400, "broken"),
                new Hostile("201-entries.charx", Files.charx(card, many), 413, "200 entries"),
                new Hostile("traversal.charx", Files.charx(card, Map.of("../../etc/passwd", new byte[]{1})), 400,
                        "out of"),
                new Hostile("absolute.charx", Files.charx(card, Map.of("/etc/passwd", new byte[]{1})), 400, "out of"),
                new Hostile("windows.charx", Files.charx(card, Map.of("C:\\x", new byte[]{1})), 400, "out of"),
                new Hostile("nul.charx", Files.charx(card, Map.of("a\0b", new byte[]{1})), 400, "out of"),
                new Hostile("damaged.charx", damaged, 400, ""),
                new Hostile("cut.charx", Arrays.copyOf(damaged, damaged.length - 40), 400, "broken"),
                new Hostile("no-card.charx", Files.zip(Map.of("readme.txt", new byte[]{1})), 415, "card.json"));
    }

    private static Stream<Hostile> texts() {
        return Stream.of(text("broken.json", "{\"name\": ", 400, "broken"), text("list.json", "[]", 415, "neither"),
                text("other.json", "{\"a\": 1}", 415, "no character card"),
                text("book.json", "{\"spec\": \"lorebook_v3\", \"data\": {}}", 415, "lorebook"),
                text("nul.json", "{\"name\": \"A\\u0000\", \"description\": \"B\"}", 400, "NUL"),
                text("nul-key.json", "{\"name\": \"A\", \"description\": \"B\", \"x\": {\"\\u0000\": 1}}", 400, "NUL"),
                text("half.json", "{\"name\": \"A\\ud83e\", \"description\": \"B\"}", 400, "half"),
                text("twice.json", "{\"name\": \"A\", \"name\": \"B\", \"description\": \"C\"}", 400, "Duplicate"),
                text("deep.json", "{\"x\":".repeat(33) + "1" + "}".repeat(33), 413, "limit"),
                text("more.json", "{\"name\": \"A\", \"description\": \"B\"} {}", 400, "broken"),
                new Hostile("latin.json", new byte[]{'{', '"', (byte) 0xe9, '"', ':', '1', '}'}, 400, "UTF-8"),
                new Hostile("large.json", blank(2 * 1024 * 1024 + 1), 413, "2 MiB"),
                altered("greetings.json", 422, "alternate_greetings", data -> IntStream.range(0, 1000)
                        .forEach(i -> data.withArray("alternate_greetings").add("Hello " + i))),
                altered("prompt.json", 422, "description", data -> data.put("description", "a".repeat(8001))),
                altered("nameless.json", 422, "name must not be empty", data -> data.remove("name")),
                altered("reserved.json", 422, "name must not contain", data -> data.put("name", "Clyde")),
                altered("escape.json", 422, "first_mes", data -> data.put("first_mes", "\u001b[31m")),
                altered("data.json", 413, "1 MiB", data -> data.putArray("assets").add(Files.asset("other", "x",
                        "data:image/png;base64," + "A".repeat(1024 * 1024)))));
    }

    private static Hostile text(String name, String json, int status, String reason) {
        return new Hostile(name, json.getBytes(UTF_8), status, reason);
    }

    private static Hostile altered(String name, int status, String reason,
            Consumer<ObjectNode> change) {
        var card = Files.v2();
        change.accept(Files.data(card));
        return new Hostile(name, Files.bytes(card), status, reason);
    }

    private static byte[] blank(int length) {
        var blank = new byte[length];
        Arrays.fill(blank, (byte) ' ');
        blank[0] = '{';
        blank[length - 1] = '}';
        return blank;
    }

    /** Says in its directory that its card is a hundred bytes shorter than it is. */
    private static byte[] lying(byte[] zip) {
        var file = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        var directory = file.getInt(zip.length - 6);
        file.putInt(directory + 24, file.getInt(directory + 24) - 100);
        return zip;
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isRefusedWithAReasonAndNothingIsWritten(Hostile hostile) {
        var answer = desk.bring(hostile.name(), hostile.bytes()).expectStatus().isEqualTo(hostile.status())
                .expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);

        var problem = Market.body(answer);
        assertThat(problem.path("type").asString()).isEqualTo("/problems/cards-refused");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(hostile.name());
        assertThat(problem.at("/errors/0/message").asString()).containsIgnoringCase(hostile.reason());
        assertThat(problem.at("/reports/0/file").asString()).isEqualTo(hostile.name());
        assertThat(rows()).isZero();
    }

    @Test
    void aBadFileIsNoMatterToTheNext() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("bad.json", "{".getBytes(UTF_8));
        files.put("good.json", Files.bytes(Files.v2()));

        var reports = desk.takeAll(files);

        assertThat(reports.at("/0/errors").size()).isOne();
        assertThat(reports.at("/0").has("personality")).isFalse();
        assertThat(reports.at("/1/personality/id").asString()).isNotEmpty();
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void filesThatAreRefusedForDifferentReasonsAre422() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("broken.json", "{".getBytes(UTF_8));
        files.put("drawing.svg", "<svg/>".getBytes(UTF_8));

        var problem = Market.body(desk.bring("", files).expectStatus().isEqualTo(422));

        assertThat(problem.path("errors").size()).isEqualTo(2);
    }

    @Test
    void aDryRunTellsAllAndWritesNothing() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("one.json", Files.bytes(Files.v2()));
        files.put("two.json", Files.bytes(Files.v2()));

        var reports = Market.body(desk.bring("?dryRun=true", files).expectStatus().isOk());

        assertThat(reports.at("/0/personality/slug").asString()).isEqualTo("orla-of-skerry-point");
        assertThat(reports.at("/1/personality/slug").asString()).isEqualTo("orla-of-skerry-point-2");
        assertThat(reports.at("/0/personality").has("id")).isFalse();
        assertThat(rows()).isZero();
    }

    @Test
    void noRemoteAddressIsEverFetched() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var address = "http://localhost:%d/icon.png".formatted(server.getLocalPort());
            var card = Files.v3();
            Files.data(card).put("description", "{{get=%s}} ![x](%s)".formatted(address, address)).putArray("assets")
                    .add(Files.asset("icon", "main", address)).add(Files.asset("background", "b", address));

            var report = desk.take("remote.json", Files.bytes(card));

            assertThat(report.path("warnings").toString()).contains("remote address");
            server.setSoTimeout(300);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void moreThanTenFilesOrALargerOneOrNoneAtAllAreAProblem() {
        var many = new LinkedHashMap<String, byte[]>();
        IntStream.range(0, 11).forEach(i -> many.put(i + ".json", Files.bytes(Files.v2())));
        desk.bring("", many).expectStatus().isEqualTo(413);
        desk.bring("large.bin", new byte[20 * 1024 * 1024 + 1]).expectStatus().isEqualTo(413);
        IntStream.range(11, 40).forEach(i -> many.put(i + ".json", new byte[0]));
        desk.bring("", many).expectStatus().isBadRequest();
        client.post().uri("/api/admin/personalities/import").contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.AUTHORIZATION, market.admin().authorization()).bodyValue("{}").exchange()
                .expectStatus().isEqualTo(415);
        client.post().uri("/api/admin/personalities/import")
                .header(HttpHeaders.CONTENT_TYPE, "multipart/form-data; boundary=x")
                .header(HttpHeaders.AUTHORIZATION, market.admin().authorization()).bodyValue(new byte[0]).exchange()
                .expectStatus().isBadRequest();

        assertThat(rows()).isZero();
    }

    @Test
    void onlyAdminsBringAndTakeCards() {
        var user = identity.user("Una");
        var id = desk.take("v2.json", Files.bytes(Files.v2())).at("/personality/id").asString();

        client.get().uri("/api/admin/personalities/" + id + "/export").exchange().expectStatus().isUnauthorized();
        client.get().uri("/api/admin/personalities/" + id + "/export")
                .header(HttpHeaders.AUTHORIZATION, user.authorization()).exchange().expectStatus().isForbidden();
        client.post().uri("/api/admin/personalities/import").exchange().expectStatus().isUnauthorized();
    }

    private long rows() {
        var count = database.sql("""
                SELECT (SELECT count(*) FROM personality) + (SELECT count(*) FROM imported_card)
                     + (SELECT count(*) FROM avatar)
                """).mapValue(Long.class).one().block();
        return count == null ? -1 : count;
    }
}
