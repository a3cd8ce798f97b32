package dev.personamarket.catalog.operations;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import dev.personamarket.catalog.CatalogTest;
import dev.personamarket.catalog.Market;
import dev.personamarket.catalog.Templates;
import dev.personamarket.catalog.personality.Intake;
import dev.personamarket.defaults.operations.Alone;
import dev.personamarket.defaults.operations.Console;
import dev.personamarket.testing.TestKafka;
import io.r2dbc.spi.ConnectionFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@CatalogTest
class LoadIntegrationTests {

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Autowired
    private Intake intake;

    @Autowired
    private TransactionalOperator transactions;

    @Autowired
    private ConnectionFactory connections;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private JsonMapper json;

    @Autowired
    private Market market;

    @Autowired
    private TestKafka kafka;

    @BeforeEach
    void openAnEmptyCatalogue() {
        market.clear();
        database.sql("TRUNCATE load").then().block();
    }

    @Test
    void whatIsLoadedIsServedAndToldAsWhatAnAdminPublishes() throws IOException {
        load(jsonLines(keeper(1).put("slug", "loaded"), keeper(2).put("status", "draft")));

        var detail = market.see("/personalities/loaded");
        assertThat(market.find("search=keeper")).containsExactly("loaded");
        assertThat(detail.path("version").asInt()).isOne();
        for (var type : List.of("marketplace.PersonalityPublished.v1", "marketplace.PromptPublished.v1")) {
            kafka.awaitEvent(type, event -> event.path("personalityId").equals(detail.path("id")));
        }
        assertThat(statuses()).containsExactlyInAnyOrder("published", "draft");
    }

    @Test
    void csvSaysTheSameAsJsonLines() throws IOException {
        load(jsonLines(keeper(1)));
        var progress = load(file("keepers.csv",
                """
                        \uFEFFslug,name,tagline,description,category,tags,traits,greeting,systemPrompt,sampleConversations,status\r
                        keeper-1,Keeper 1,Keeps the lamp lit and the tea warm.,"Orla has kept the lamp on **Skerry Point** for \
                        thirty-one winters.
                        She listens first.",companions,calm|sea|storyteller,"[{""name"":""Warmth"",""value"":86},\
                        {""name"":""Mischief"",""value"":31}]",Come in out of the wind.,\
                        You are Orla. The secret word is halyard.,"[[{""role"":""user"",""content"":""Are you lonely?""},\
                        {""role"":""assistant"",""content"":""I keep two cups.""}]]",published\r
                        """));

        assertThat(progress.unchanged()).isOne();
        assertThat(progress.refused()).isZero();
    }

    @Test
    void aPackedFileIsReadAsItIs() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(bytes)) {
            packed.write((keeper(1) + "\n").getBytes(UTF_8));
        }
        var file = Files.write(folder.resolve("keepers.jsonl.gz"), bytes.toByteArray());

        assertThat(load(file).created()).isOne();

        var broken = Files.write(folder.resolve("broken.jsonl.gz"), Arrays.copyOf(bytes.toByteArray(), 40));
        assertThatThrownBy(() -> load(broken)).hasStackTraceContaining("cannot be read");
    }

    @Test
    void whatIsThereAlreadyIsRevisedOnlyIfItSaysSomethingElse() throws IOException {
        load(jsonLines(keeper(1), keeper(2)));

        var progress = load(jsonLines(keeper(1), keeper(2).put("greeting", "Ahoy."), keeper(3)));

        assertThat(progress).extracting(Progress::unchanged, Progress::revised, Progress::created)
                .containsExactly(1L, 1L, 1L);
        assertThat(market.see("/personalities/keeper-1").path("version").asInt()).isOne();
        assertThat(market.see("/personalities/keeper-2").path("version").asInt()).isEqualTo(2);
        assertThat(market.see("/personalities/keeper-2").path("greeting").asString()).isEqualTo("Ahoy.");
    }

    @Test
    void aDraftThatAnAdminEditsStaysWhereTheFileSaysNothingNew() throws IOException {
        var id = market.publish(keeper(1));
        var etag = "\"%d\"".formatted(market.read(id).path("revision").asLong());
        market.replace(id, etag, keeper(1).put("greeting", "Not yet.")).expectStatus().isOk();

        assertThat(load(jsonLines(keeper(1))).unchanged()).isOne();

        assertThat(market.read(id).path("greeting").asString()).isEqualTo("Not yet.");
    }

    @Test
    void oneSlugManyTimesInAFileEndsAsTheLastSays() throws IOException {
        var progress = load(jsonLines(keeper(1).put("greeting", "One."), keeper(1).put("greeting", "Two."), keeper(2),
                keeper(1).put("greeting", "Three.")));

        assertThat(progress).extracting(Progress::created, Progress::revised).containsExactly(2L, 2L);
        assertThat(market.see("/personalities/keeper-1").path("greeting").asString()).isEqualTo("Three.");
        assertThat(market.see("/personalities/keeper-1").path("version").asInt()).isEqualTo(3);
    }

    @Test
    void whatIsArchivedStaysArchived() throws IOException {
        market.archive(market.publish(keeper(1)));

        var file = jsonLines(keeper(1), keeper(2));
        assertThat(load(file).refused()).isOne();

        assertThat(market.find("limit=10")).containsExactly("keeper-2");
        assertThat(rejected(file).getFirst().at("/errors/0/message").asString()).contains("archived");
    }

    @Test
    void whatIsRefusedIsWrittenDownWithAllItsFaultsAndTheRestGoesOn() throws IOException {
        var file = Files.write(folder.resolve("mixed.jsonl"), String.join("\n", keeper(1).toString(), "{\"name\":",
                "[1]", keeper(2).put("name", "").put("category", "none").toString(),
                keeper(3).put("name", 5).toString(),
                keeper(4).put("nmae", "x").toString(), keeper(5).put("greeting", "a\u0000b").toString(),
                keeper(6).put("status", "open").toString(), "{\"name\":\"" + "x".repeat(Records.LONGEST) + "\"}",
                keeper(7).toString().replace("Keeper", "K\u00e9\u00e9per"), keeper(8).toString())
                .getBytes(ISO_8859_1));

        var progress = load(file);

        assertThat(progress.created()).isEqualTo(2);
        assertThat(progress.refused()).isEqualTo(9);
        var rejected = rejected(file);
        assertThat(rejected).extracting(line -> line.path("line").asInt()).containsExactly(2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(rejected.get(2).path("errors").findValuesAsString("field")).containsExactly("name", "category");
        assertThat(rejected.get(3).at("/errors/0/field").asString()).isEqualTo("name");
        assertThat(rejected.get(4).toString()).contains("nmae");
        assertThat(rejected.get(5).toString()).contains("NUL");
        assertThat(rejected.get(6).at("/errors/0/field").asString()).isEqualTo("status");
        assertThat(rejected.get(7).toString()).contains("1 MB");
        assertThat(rejected.get(8).toString()).contains("UTF-8");
    }

    @Test
    void aFileInAnotherEncodingIsRefusedAtOnce() throws IOException {
        var file = Files.write(folder.resolve("wide.jsonl"), ("\uFEFF" + keeper(1)).getBytes(UTF_16LE));
        assertThatThrownBy(() -> load(file)).hasStackTraceContaining("UTF-16");
    }

    @Test
    void aLoadThatWasKilledGoesOnWhereItWas() throws IOException {
        var file = file("many.jsonl", IntStream.rangeClosed(1, 1_700)
                .mapToObj(i -> (i % 100 == 0 ? keeper(i).put("category", "none") : keeper(i)).toString())
                .reduce("", (all, line) -> all + line + "\n"));
        assertThatThrownBy(() -> load(file, dyingAfter(2))).hasStackTraceContaining("killed");
        assertThat(listed()).isEqualTo(990);
        Files.writeString(rejects(file), "{\"line\":9999}\n", StandardOpenOption.APPEND);

        var progress = load(file);

        assertThat(said()).contains("Goes on behind 1,000 records");
        assertThat(progress).extracting(Progress::records, Progress::created, Progress::unchanged, Progress::refused)
                .containsExactly(1_700L, 1_683L, 0L, 17L);
        assertThat(rejected(file)).extracting(line -> line.path("line").asInt() / 100)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 17).boxed().toList());
        assertThat(listed()).isEqualTo(1_683);
    }

    @Test
    void theSecondLoadOfAFileChangesNothing() throws IOException {
        var file = jsonLines(keeper(1), keeper(2).put("category", "none"));
        var first = load(file);
        var again = load(file);

        assertThat(said()).contains("was loaded before");
        assertThat(again).usingRecursiveComparison().ignoringFields("finishedAt").isEqualTo(first);
        assertThat(rejected(file)).hasSize(1);

        assertThat(run(file, new Loads(database), true))
                .extracting(Progress::unchanged, Progress::refused).containsExactly(1L, 1L);
        assertThat(rejected(file)).hasSize(1);
    }

    @Test
    void ofTwoLoadsAtOnceOneIsTurnedAway() throws IOException {
        var file = jsonLines(keeper(1));
        var other = new Alone(connections).run("load", Mono.fromRunnable(() -> assertThatThrownBy(() -> load(file))
                .hasStackTraceContaining("another load is at work")).subscribeOn(
                        Schedulers.boundedElastic()));
        other.block();

        assertThat(load(file).created()).isOne();
    }

    @Test
    void whatAnAdminDoesAtTheSameMomentIsMetByAnotherTry() throws IOException {
        var faster = new Loads(database) {

            private boolean first = true;

            @Override
            Mono<Progress> advance(Progress before, Progress now) {
                var failing = first;
                first = false;
                return failing
                        ? Mono.error(new DuplicateKeyException("somebody was faster"))
                        : super.advance(before, now);
            }
        };

        assertThat(load(jsonLines(keeper(1)), faster).created()).isOne();
    }

    private Progress load(Path file) {
        return load(file, new Loads(database));
    }

    private Progress load(Path file, Loads loads) {
        return run(file, loads, false);
    }

    private Progress run(Path file, Loads loads, boolean anew) {
        var load = new Load(intake, loads, new Alone(connections), transactions, json);
        return Objects.requireNonNull(load.run(SourceFile.of(file.toString()), anew,
                new Console(new PrintStream(screen, true, UTF_8))).block());
    }

    private Loads dyingAfter(int batches) {
        return new Loads(database) {

            private int stored;

            @Override
            Mono<Progress> advance(Progress before, Progress now) {
                return super.advance(before, now).flatMap(kept -> stored++ < batches
                        ? Mono.just(kept)
                        : Mono.error(new IllegalStateException("killed")));
            }
        };
    }

    private static ObjectNode keeper(int number) {
        return Templates.complete().put("slug", "keeper-" + number).put("name", "Keeper " + number);
    }

    private Path jsonLines(ObjectNode... lines) throws IOException {
        var text = Arrays.stream(lines).map(line -> line + "\n").collect(Collectors.joining());
        return file("%08x.jsonl".formatted(text.hashCode()), text);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Path rejects(Path file) {
        return Path.of(file + ".rejected.jsonl");
    }

    private List<JsonNode> rejected(Path file) throws IOException {
        return Files.readAllLines(rejects(file)).stream().map(json::readTree).toList();
    }

    private String said() {
        return screen.toString(UTF_8);
    }

    private List<String> statuses() {
        return Objects.requireNonNull(database.sql("SELECT status FROM personality").mapValue(String.class).all()
                .collectList().block());
    }

    private long listed() {
        return market.see("/personalities").path("total").asLong();
    }
}
