package dev.personamarket.catalog.card;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import dev.personamarket.catalog.CatalogTest;
import dev.personamarket.catalog.Market;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What others wrote in a card comes in as what it means here, and goes out again with all that means nothing here. */
@CatalogTest
class ForeignCardsIntegrationTests {

    private static final Set<String> OURS = Set.of("name", "description", "personality", "scenario", "first_mes",
            "mes_example", "creator_notes", "system_prompt", "post_history_instructions", "alternate_greetings", "tags",
            "creator", "character_version", "nickname", "source", "extensions", "modification_date", "character_book");

    @Autowired
    private CardDesk desk;

    @Autowired
    private Market market;

    @Autowired
    private DatabaseClient database;

    @BeforeEach
    void beginWithNothing() {
        market.clear();
    }

    private record Foreign(String file, ObjectNode card, byte[] bytes) {

        @Override
        public String toString() {
            return file;
        }
    }

    private static Stream<Foreign> foreign() {
        return Stream.of(new Foreign("v1.json", Files.v1(), Files.bytes(Files.v1())),
                new Foreign("v2.json", Files.v2(), Files.bytes(Files.v2())),
                new Foreign("v3.json", Files.v3(), Files.bytes(Files.v3())),
                new Foreign("v2.png", Files.v2(), Files.png("chara", Files.v2())),
                new Foreign("v3.png", Files.v3(), Files.png("CCV3", Files.v3())),
                new Foreign("v3.charx", Files.v3(), Files.charx(Files.v3(), Map.of("b.webp", new byte[]{1}))));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void everythingThatIsUnknownHereSurvives(Foreign foreign) {
        var id = take(foreign.file(), foreign.bytes());

        assertKept(foreign, CardJson.read(desk.give(id, "v2")), CardSpec.V2);
        assertKept(foreign, CardJson.read(desk.give(id, "v3")), CardSpec.V3);
        var png = desk.give(id, "png");
        assertKept(foreign, Files.card(png, "chara"), CardSpec.V2);
        assertKept(foreign, Files.card(png, "ccv3"), CardSpec.V3);
    }

    private static void assertKept(Foreign foreign, ObjectNode exported, CardSpec spec) {
        Tavern.assertTakes(exported, spec);
        var v1 = !foreign.card().has("data");
        var before = v1 ? foreign.card() : Files.data(foreign.card());
        before.properties().stream().filter(field -> !OURS.contains(field.getKey()))
                .forEach(field -> assertThat(exported.at("/data/" + field.getKey())).as(field.getKey())
                        .isEqualTo(field.getValue()));
        var extensions = (ObjectNode) exported.at("/data/extensions").deepCopy();
        extensions.remove("personality_marketplace");
        assertThat(extensions).isEqualTo(v1 ? CardJson.object() : before.path("extensions"));
        if (!v1) {
            assertThat(exported.path("create_date")).isEqualTo(foreign.card().path("create_date"));
            assertThat(exported.path("unknown_at_the_top")).isEqualTo(foreign.card().path("unknown_at_the_top"));
            assertThat(exported.path("name")).isEqualTo(before.path("name"));
            var entry = exported.at("/data/character_book/entries/0");
            assertThat(entry.path("unknown_to_entries").path("deep").isNull()).isTrue();
            assertThat(exported.at("/data/character_book/unknown_to_books").asBoolean()).isTrue();
            assertThat(entry.path("content").asString()).isEqualTo(spec == CardSpec.V3
                    ? before.at("/character_book/entries/0/content").asString()
                    : "Never goes out.");
        }
    }

    @Test
    void eachFieldBecomesWhatItMeansHere() {
        var id = take("v2.json", Files.bytes(Files.v2()));

        var personality = market.read(UUID.fromString(id));
        assertThat(personality.path("status").asString()).isEqualTo("draft");
        assertThat(database.sql("SELECT action FROM audit").mapValue(String.class).all().collectList().block())
                .containsExactly("import");
        assertThat(personality.path("systemPrompt").asString()).startsWith("You are Orla.");
        assertThat(personality.path("description").asString()).isEqualTo("A **quiet** keeper. For long evenings.");
        assertThat(personality.path("tagline").asString()).isEqualTo("A quiet keeper.");
        assertThat(personality.path("greeting").asString()).isEqualTo("Come in.");
        assertThat(personality.path("alternateGreetings").values()).hasSize(2);
        assertThat(personality.at("/promptSections/systemOverride").asString()).startsWith("{{original}}");
        assertThat(personality.at("/promptSections/postHistory").asString()).isEqualTo("Stay on the island.");
        assertThat(personality.at("/sampleConversations/0/1/content").asString()).isEqualTo("No.\nNot at all.");
        assertThat(personality.path("sampleConversations").size()).isOne();
        assertThat(personality.at("/category/slug").asString()).isEqualTo("storytelling");
        assertThat(personality.path("tags").valueStream().map(JsonNode::asString)).containsExactly("fantasy", "sfw",
                "sea story");
        assertThat(personality.at("/attribution/creator").asString()).isEqualTo("keeper");
        assertThat(personality.at("/traits/0/name").asString()).isEqualTo("Character");
    }

    @Test
    void theReportTellsWhatBecameOfIt() {
        var report = desk.take("v3.json", Files.bytes(Files.v3()));

        assertThat(report.path("spec").asString()).isEqualTo("v3");
        assertThat(texts(report, "mapped")).contains("description → systemPrompt", "creator_notes → description");
        assertThat(texts(report, "preservedNotUsed")).contains("data.character_book", "data.unknown_to_data",
                "unknown_at_the_top", "extensions.chub", "mes_example", "data.group_only_greetings", "data.assets");
        assertThat(texts(report, "warnings")).isNotEmpty();
        assertThat(report.at("/personality/slug").asString()).isEqualTo("orla-of-skerry-point");
    }

    @Test
    void ofWhatACardLacksThereIsSomethingThatSaysSo() {
        var card = Files.json("{'name': '灯台守', 'description': 'You keep the light.'}".replace('\'', '"'));

        var report = desk.take("bare.json", Files.bytes(card));

        var personality = market.read(UUID.fromString(report.at("/personality/id").asString()));
        assertThat(texts(report, "warnings")).hasSize(5);
        assertThat(personality.path("slug").asString()).isEqualTo("personality");
        assertThat(personality.path("greeting").asString()).isEqualTo("Hello, I am 灯台守.");
        assertThat(personality.toString().split("keep the light", -1)).as("the prompt stays the prompt").hasSize(2);
    }

    @Test
    void shortPersonalitiesAreTraits() {
        var personality = market.read(UUID.fromString(take("v1.json", Files.bytes(Files.v1()))));

        assertThat(personality.path("traits").toString())
                .isEqualTo("[{'name':'calm','value':75},{'name':'dry','value':75},{'name':'kind','value':75}]"
                        .replace('\'', '"'));
    }

    @Test
    void ofTwoCardsInAPngTheNewerEditionCounts() {
        var older = Files.v2();
        Files.data(older).put("name", "Older");

        var report = desk.take("both.png", PngFile.with(Files.png("chara", older), "ccv3", Files.base64(Files.v3())));

        assertThat(report.at("/personality/name").asString()).isEqualTo("Orla of Skerry Point");
        assertThat(report.path("spec").asString()).isEqualTo("v3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.1", "3.0.1", "", "4"})
    void anotherEditionIsAWarning(String version) {
        var report = desk.take("new.json", Files.bytes(Files.v3().put("spec_version", version)));

        assertThat(texts(report, "errors")).isEmpty();
        assertThat(texts(report, "warnings")).anyMatch(warning -> warning.contains("edition"));
    }

    @Test
    void whatWasNotChangedHereGoesOutAsItCame() {
        var id = take("v2.json", Files.bytes(Files.v2()));
        var before = Files.data(Files.v2());

        var untouched = CardJson.read(desk.give(id, "v2")).path("data");
        assertThat(Stream.of("mes_example", "tags", "creator_notes", "name", "personality"))
                .allSatisfy(field -> assertThat(untouched.path(field)).isEqualTo(before.path(field)));

        greet(id, "Sit down.");

        var edited = CardJson.read(desk.give(id, "v2")).path("data");
        assertThat(edited.path("first_mes").asString()).isEqualTo("Sit down.");
        assertThat(edited.path("mes_example")).isEqualTo(before.path("mes_example"));
    }

    @Test
    void whatWasChangedElsewhereComesInChanged() {
        var first = take("v2.json", Files.bytes(Files.v2()));
        greet(first, "Sit down.");
        var card = CardJson.read(desk.give(first, "v3"));
        Files.data(card).put("description", "You are somebody else.").put("creator_notes", "Changed.");

        var second = desk.take("again.json", Files.bytes(card));

        var personality = market.read(UUID.fromString(second.at("/personality/id").asString()));
        assertThat(personality.path("systemPrompt").asString()).isEqualTo("You are somebody else.");
        assertThat(personality.path("description").asString()).isEqualTo("Changed.");
        assertThat(personality.path("greeting").asString()).isEqualTo("Sit down.");
        assertThat(personality.path("slug").asString()).isEqualTo("orla-of-skerry-point-2");
        assertThat(texts(second, "warnings")).singleElement().asString().contains("orla-of-skerry-point-2");
    }

    @Test
    void whereItWasIsAddedAndNeverTakenAway() {
        var id = take("v3.json", Files.bytes(Files.v3()));

        var source = CardJson.read(desk.give(id, "v3")).at("/data/source");

        assertThat(source.valueStream().map(JsonNode::asString)).containsExactly("https://example.org/orla",
                "http://localhost:8080/personalities/" + id);
    }

    @Test
    void thePictureOfACardIsItsFaceAndGoesOutWithIt() {
        var id = take("v2.png", Files.png("chara", Files.v2()));
        var face = market.read(UUID.fromString(id)).at("/avatar/url").asString();
        var png = desk.give(id, "png");

        var again = take("again.png", png);

        assertThat(face).endsWith(".webp");
        assertThat(PngFile.read(png).picture())
                .isNotEqualTo(PngFile.read(Files.drawn(UUID.fromString(id))).picture());
        assertThat(market.read(UUID.fromString(again)).at("/avatar/url").asString()).isEqualTo(face);
    }

    @Test
    void aPictureThatCannotBeUsedIsAWarning() {
        var card = Files.v3();
        Files.data(card).putArray("assets").add(Files.asset("icon", "main", "embeded://icon.png"));

        var report = desk.take("v3.charx", Files.charx(card, Map.of("icon.png", "<svg/>".getBytes(UTF_8))));

        assertThat(texts(report, "warnings")).anyMatch(warning -> warning.startsWith("The picture cannot be used"));
        assertThat(market.read(UUID.fromString(report.at("/personality/id").asString())).at("/avatar/url").asString())
                .endsWith(".svg");
    }

    @Test
    void aVersionGoesOutAsItIsServed() {
        var id = take("v2.json", Files.bytes(Files.v2()));
        desk.export(id, "v2&version=published").expectStatus().isNotFound();
        market.publish(UUID.fromString(id));
        greet(id, "Sit down.");

        for (var version : List.of("published", "1")) {
            var card = CardJson.read(desk.give(id, "v2&version=" + version));
            assertThat(card.at("/data/first_mes").asString()).isEqualTo("Come in.");
        }
        desk.export(id, "v2&version=2").expectStatus().isNotFound();
        desk.export(id, "v2&version=newest").expectStatus().isBadRequest();
        desk.export(id, "v4").expectStatus().isBadRequest();
        desk.export(UUID.randomUUID().toString(), "v2").expectStatus().isNotFound();
    }

    private void greet(String id, String greeting) {
        var template = (ObjectNode) market.read(UUID.fromString(id));
        template.put("category", template.at("/category/slug").asString()).put("greeting", greeting);
        market.replace(UUID.fromString(id), "*", template).expectStatus().isOk();
    }

    private String take(String file, byte[] bytes) {
        var report = desk.take(file, bytes);
        assertThat(texts(report, "errors")).isEmpty();
        return report.at("/personality/id").asString();
    }

    private static List<String> texts(JsonNode report, String list) {
        return report.path(list).valueStream().map(JsonNode::asString).toList();
    }
}
