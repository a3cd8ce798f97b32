package dev.personamarket.catalog.personality;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.personamarket.catalog.Templates;
import dev.personamarket.defaults.problems.FieldFault;
import dev.personamarket.defaults.problems.Problem;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class TemplateReaderTests {

    private static final Shelves SHELVES = new Shelves(List.of(new Category("companions", "Companions")),
            Map.of("friends", "companions"));

    /** What is written, where, and the path of the one fault that it has. */
    private static Stream<List<String>> faults() {
        return Stream.of(fault("/name", "''", "name"), fault("/name", "null", "name"),
                fault("/name", text(81), "name"), fault("/name", "'two\\nlines'", "name"),
                fault("/name", "'The Discord Oracle'", "name"), fault("/name", "'Bonnie and CLYDE'", "name"),
                fault("/name", "'bell \\u0007'", "name"), fault("/name", "'half \\ud83e'", "name"),
                fault("/name", "'Orla\\u202eAlro'", "name"), fault("/name", "'Or\\u200bla'", "name"),
                fault("/name", "'Or\\u2028la'", "name"), fault("/name", "'\\u3164'", "name"),
                fault("/name", "'\\u200d\\u00a0\\u200d'", "name"), fault("/name", "'Everyone'", "name"),
                fault("/name", "'\\uff24\\uff49\\uff53\\uff43ord'", "name"), fault("/name", "'Hi @here'", "name"),
                fault("/name", "'\\uffff'", "name"), fault("/nickname", "'here'", "nickname"),
                fault("/tags/0", "'a\\ufeffb'", "tags[0]"), fault("/traits/0/name", "'a\\u2066b'", "traits[0].name"),
                fault("/slug", "'Not A Slug'", "slug"),
                fault("/slug", "'019cad9d-d245-7ebe-b1c5-3e9a0a1e6334'", "slug"),
                fault("/tagline", text(161), "tagline"), fault("/tagline", "'   '", "tagline"),
                fault("/description", text(20_001), "description"),
                fault("/description", "'\\u001b[31m'", "description"),
                fault("/greeting", text(4001), "greeting"), fault("/greeting", "null", "greeting"),
                fault("/systemPrompt", text(8001), "systemPrompt"), fault("/systemPrompt", "''", "systemPrompt"),
                fault("/category", "'no-such-shelf'", "category"), fault("/category", "null", "category"),
                fault("/tags", "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21]", "tags"),
                fault("/tags/0", "''", "tags[0]"),
                fault("/tags/2", "'SEA'", "tags[2]"), fault("/tags/1", text(33), "tags[1]"),
                fault("/traits", "[]", "traits"), fault("/traits", "null", "traits"),
                fault("/traits/0", "null", "traits[0].value"), fault("/traits/0/value", "101", "traits[0].value"),
                fault("/traits/1/value", "-1", "traits[1].value"), fault("/traits/1/value", "null", "traits[1].value"),
                fault("/traits/1/name", "''", "traits[1].name"),
                fault("/promptVisibility", "'secret'", "promptVisibility"),
                fault("/sampleConversations/0", "[]", "sampleConversations[0]"),
                fault("/sampleConversations/0/0/role", "'assistant'", "sampleConversations[0][0].role"),
                fault("/sampleConversations/0/1/role", "'system'", "sampleConversations[0][1].role"),
                fault("/sampleConversations/0/1/content", "''", "sampleConversations[0][1].content"),
                fault("/nickname", text(33), "nickname"), fault("/nickname", "'Clyde'", "nickname"),
                fault("/alternateGreetings", list(51), "alternateGreetings"),
                fault("/alternateGreetings", "['']", "alternateGreetings[0]"),
                fault("/promptSections", "{'scenario': %s}".formatted(text(8001)), "promptSections.scenario"),
                fault("/promptSections", "{'postHistory': %s}".formatted(text(7990)), "systemPrompt"),
                fault("/promptSections", "{'personality': '\\u0000'}", "promptSections.personality"),
                fault("/attribution", "{'creator': 'a\\nb'}", "attribution.creator"),
                fault("/attribution", "{'source': [null]}", "attribution.source[0]"),
                fault("/generation", "{'model': 'a\\nb'}", "generation.model"),
                fault("/generation", "{'temperature': 2.1}", "generation.temperature"),
                fault("/generation", "{'temperature': -0.1}", "generation.temperature"),
                fault("/sampleConversations", conversations(11), "sampleConversations"),
                fault("/sampleConversations/0/1", "null", "sampleConversations[0][1].role"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void saysWhereTheFaultIs(List<String> fault) {
        var found = read(with(fault.get(0), fault.get(1)));

        assertThat(found).isNotEmpty().allSatisfy(each -> assertThat(each.message()).isNotBlank());
        assertThat(found.getFirst().field()).isEqualTo(fault.get(2));
    }

    @Test
    void saysOnceThatATextIsTooLong() {
        assertThat(read(with("/systemPrompt", text(8001)))).extracting(FieldFault::field)
                .containsExactly("systemPrompt");
    }

    @Test
    void saysEverythingAtOnce() {
        assertThat(read("{}")).extracting(FieldFault::field).containsExactly("name", "slug", "tagline", "description",
                "category", "traits", "greeting", "systemPrompt");
    }

    @Test
    void findsNoFaultInACompleteOne() {
        assertThat(read(Templates.complete().toString())).isEmpty();
    }

    @Test
    void takesTheCategoryByWhatItWasCalled() throws Exception {
        var template = JsonMapper.shared().readValue(Templates.complete().put("category", "friends").toString(),
                PersonalityTemplate.class);

        assertThat(TemplateReader.read(template, SHELVES, null).category())
                .isEqualTo(new Category("companions", "Companions"));
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(read(with("/name", "'" + "🦊".repeat(80) + "'"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"👩‍🚀 Zoë", "می‌خواهم", "Heretic", "नमस्ते", "אורלה"})
    void takesNamesOfAllTheWorld(String name) {
        assertThat(read(with("/name", "'" + name + "'"))).isEmpty();
    }

    @Test
    void takesOffSpaceAndComposesLettersAndLineBreaks() {
        var template = JsonMapper.shared().readValue(
                Templates.complete().put("name", "  Zoe\u0308 ").put("greeting", "One.\r\n\tTwo.").toString(),
                PersonalityTemplate.class);

        var content = TemplateReader.read(template, SHELVES, null);

        assertThat(content.name()).isEqualTo("Zoë");
        assertThat(content.greeting()).isEqualTo("One.\n\tTwo.");
    }

    @Test
    void makesTheSlugOfTheNameOrKeepsTheOneThatWasThere() {
        var template = JsonMapper.shared().readValue(Templates.named("Zoë of the Sea").toString(),
                PersonalityTemplate.class);

        assertThat(TemplateReader.read(template, SHELVES, null).slug()).isEqualTo("zoe-of-the-sea");
        assertThat(TemplateReader.read(template, SHELVES, Contents.orla()).slug()).isEqualTo("orla");
    }

    @Test
    void whatMayBeMissingIsNothingWhenItIsEmpty() {
        var template = Templates.complete().put("nickname", " ");
        template.putObject("promptSections").put("scenario", "");
        template.putObject("attribution").putArray("source");

        var content = TemplateReader.read(JsonMapper.shared().treeToValue(template, PersonalityTemplate.class),
                SHELVES, null);

        assertThat(content.nickname()).isNull();
        assertThat(content.promptSections()).isNull();
        assertThat(content.attribution()).isNull();
    }

    @Test
    void keepsTheFaceOfWhatItReplaces() {
        var template = JsonMapper.shared().readValue(Templates.complete().toString(), PersonalityTemplate.class);
        var before = Contents.orla().withAvatar("ab".repeat(32));

        assertThat(TemplateReader.read(template, SHELVES, before).avatar()).isEqualTo(before.avatar());
        assertThat(TemplateReader.read(template, SHELVES, null).avatar()).isNull();
    }

    private static List<String> fault(String pointer, String value, String field) {
        return List.of(pointer, value, field);
    }

    private static String text(int length) {
        return "'" + "a".repeat(length) + "'";
    }

    private static String list(int elements) {
        return Collections.nCopies(elements, "'word'").toString();
    }

    /** Each as long as a turn may be. */
    private static String conversations(int turns) {
        return Collections.nCopies(turns, "[{'role': 'user', 'content': %s}]".formatted(text(4000))).toString();
    }

    /** The complete template with another value at the pointer. */
    private static String with(String pointer, String value) {
        var template = Templates.complete();
        var last = pointer.lastIndexOf('/');
        var parent = Objects.requireNonNull(last == 0 ? template : template.at(pointer.substring(0, last)));
        var name = pointer.substring(last + 1);
        var node = JsonMapper.shared().readTree(value.replace('\'', '"'));
        switch (parent) {
            case ArrayNode array -> array.set(Integer.parseInt(name), node);
            case ObjectNode object -> object.set(name, node);
            default -> throw new IllegalArgumentException(pointer);
        }
        return template.toString();
    }

    private static List<FieldFault> read(String json) {
        var template = JsonMapper.shared().readValue(json, PersonalityTemplate.class);
        try {
            TemplateReader.read(template, SHELVES, null);
            return List.of();
        } catch (Problem problem) {
            return problem.faults();
        }
    }
}
