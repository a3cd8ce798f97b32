package dev.personamarket.benchmarks;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class GeneratorTests {

    private static final int MANY = 2_000;

    private final Generator generator = new Generator();

    @Test
    void theSamePersonalityComesEachTime() {
        assertThat(new Generator().personality(42)).isEqualTo(generator.personality(42))
                .isNotEqualTo(generator.personality(43));
    }

    @Test
    void wordsFindFromAlmostNobodyToManyOfThem() {
        var found = new HashMap<String, Integer>();
        all().forEach(one -> new HashSet<>(words(one)).forEach(word -> found.merge(word, 1, Integer::sum)));

        assertThat(found.values()).anyMatch(times -> times > MANY / 4)
                .anyMatch(times -> times < MANY / 10 && times > MANY / 100);
        assertThat(found.values().stream().filter(times -> times <= 3).count()).isGreaterThan(1_000);
    }

    @Test
    void categoriesAreOfVeryDifferentSizes() {
        var sizes = new HashMap<String, Integer>();
        all().forEach(one -> sizes.merge(one.path("category").asString(), 1, Integer::sum));

        assertThat(sizes).hasSize(10);
        assertThat(sizes.values().stream().mapToInt(size -> size).max().orElseThrow())
                .isGreaterThan(5 * sizes.values().stream().mapToInt(size -> size).min().orElseThrow());
    }

    @Test
    void everyKindOfQuestionIsAskedAndNoneTwiceTheSameWay() {
        var asked = new Queries(generator, MANY, 1).some(MANY);
        var kinds = new HashMap<Queries.Kind, Integer>();
        asked.forEach(query -> kinds.merge(query.kind(), 1, Integer::sum));

        assertThat(kinds).containsOnlyKeys(Queries.Kind.values());
        var misspelt = asked.stream().filter(query -> query.kind() == Queries.Kind.TYPO).toList();
        assertThat(misspelt).doesNotHaveDuplicates().hasSizeGreaterThan(MANY / 10);
        assertThat(new Queries(generator, MANY, 1).some(MANY)).isEqualTo(asked);
    }

    private List<ObjectNode> all() {
        return IntStream.range(0, MANY).mapToObj(generator::personality).toList();
    }

    private static List<String> words(ObjectNode personality) {
        return Arrays.asList(personality.path("description").asString().toLowerCase().split("[^\\p{L}]+"));
    }
}
