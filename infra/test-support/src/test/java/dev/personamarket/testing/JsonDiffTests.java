package dev.personamarket.testing;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class JsonDiffTests {

    @Test
    void equalDocumentsDoNotDiffer() {
        assertThat(diff("{'a': [1, {'b': null}]}", "{'a': [1, {'b': null}]}")).isEmpty();
    }

    @Test
    void whatCameWentAndChangedEachHasItsPlace() {
        assertThat(diff("{'a': {'x/y': 1, 'gone': true}}", "{'a': {'x/y': 2, 'new': {}}}").lines()).containsExactly(
                "- /a/gone true", "+ /a/new {}", "- /a/x~1y 1", "+ /a/x~1y 2");
    }

    @Test
    void listsOfOneLengthAreComparedItemByItem() {
        assertThat(diff("[1, 2, 3]", "[1, 5, 3]").lines()).containsExactly("- /1 2", "+ /1 5");
        assertThat(diff("[1]", "[1, 2]").lines()).containsExactly("-  [1]", "+  [1,2]");
    }

    @Test
    void itStaysShortHoweverMuchDiffers() {
        var many = IntStream.range(0, 100).mapToObj(i -> "'p%03d': '%s'".formatted(i, "long ".repeat(50)))
                .collect(Collectors.joining(",", "{", "}"));

        assertThat(diff(many, "{}").lines()).hasSize(26).last().isEqualTo("… and 75 more");
        assertThat(diff(many, "{}").lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(100));
    }

    private static String diff(String expected, String actual) {
        var json = JsonMapper.shared();
        return JsonDiff.between(json.readTree(expected.replace('\'', '"')), json.readTree(actual.replace('\'', '"')));
    }
}
