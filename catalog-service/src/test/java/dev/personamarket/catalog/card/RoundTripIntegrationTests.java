package dev.personamarket.catalog.card;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.LongStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.r2dbc.core.DatabaseClient;

import dev.personamarket.catalog.CatalogTest;
import dev.personamarket.catalog.Market;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What goes out as a card and comes in again is what it was. */
@CatalogTest
class RoundTripIntegrationTests {

    private static final List<String> OF_ITS_STAY = List.of("id", "revision", "createdAt", "updatedAt", "creatorId",
            "avatar");
    private static final int RANDOM_ONES = 60;

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

    @ParameterizedTest
    @ValueSource(strings = {"v2", "v3", "png"})
    void aRandomPersonalityComesBackAsItWas(String format) {
        comeBack(format, LongStream.range(0, RANDOM_ONES).mapToObj(RandomTemplates::of).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"v2", "v3", "png"})
    void aSampleComesBackAsItWas(String format) throws Exception {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath:samples/personalities/*.json");
        for (var file : files) {
            var shelf = JsonMapper.shared().readTree(file.getContentAsByteArray());
            comeBack(format, shelf.path("personalities").valueStream().map(ObjectNode.class::cast)
                    .map(sample -> sample.put("category", shelf.at("/category/slug").asString())).toList());
        }
    }

    private void comeBack(String format, List<ObjectNode> templates) {
        var before = new LinkedHashMap<String, JsonNode>();
        var cards = new LinkedHashMap<String, byte[]>();
        for (var template : templates) {
            var id = market.create(template);
            var personality = market.read(id);
            before.put(personality.path("slug").asString(), personality);
            cards.put(personality.path("slug").asString(), desk.give(id.toString(), format));
        }
        database.sql("TRUNCATE personality, personality_version, imported_card, listing, standing").then().block();

        var names = List.copyOf(cards.keySet());
        for (var from = 0; from < names.size(); from += 10) {
            var some = new LinkedHashMap<String, byte[]>();
            names.subList(from, Math.min(names.size(), from + 10)).forEach(name -> some.put(name, cards.get(name)));
            desk.takeAll(some).forEach(report -> assertSame(report, before));
        }
    }

    private void assertSame(JsonNode report, Map<String, JsonNode> before) {
        assertThat(report.path("errors")).as("%s", report).isEmpty();
        assertThat(report.path("warnings")).as("%s", report).isEmpty();
        var after = market.read(UUID.fromString(report.at("/personality/id").asString()));
        assertThat(content(after))
                .isEqualTo(content(Objects.requireNonNull(before.get(report.path("file").asString()))));
    }

    private static JsonNode content(JsonNode personality) {
        return ((ObjectNode) personality.deepCopy()).without(OF_ITS_STAY);
    }
}
