package dev.personamarket.catalog.operations;

import org.junit.jupiter.api.Test;

import dev.personamarket.catalog.operations.RowReader.UnreadableException;
import dev.personamarket.catalog.personality.PersonalityTemplate;
import dev.personamarket.defaults.operations.CannotRunException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CsvFormTests {

    private static final JsonMapper JSON = RowReader.strict(JsonMapper.shared());

    @Test
    void textIsTakenAsItIsTagsAreSeparatedAndTheRestIsJson() throws UnreadableException {
        var template = read("name,tagline,tags,traits,description",
                """
                        "Orla, ""the"" Keeper",Keeps the lamp.,sea | calm,"[{""name"":""Warmth"",""value"":86}]",\
                        "Hi,
                        there"\
                        """);

        assertThat(template.name()).isEqualTo("Orla, \"the\" Keeper");
        assertThat(template.tags()).containsExactly("sea", "calm");
        assertThat(template.traits()).containsExactly(new PersonalityTemplate.TraitTemplate("Warmth", 86));
        assertThat(template.description()).isEqualTo("Hi,\nthere");
    }

    @Test
    void anEmptyCellIsMissing() throws UnreadableException {
        assertThat(read("name,slug,tags", "Orla,,")).extracting(PersonalityTemplate::slug, PersonalityTemplate::tags)
                .containsOnlyNulls();
    }

    @Test
    void cellsMayBeSeparatedAsSpreadsheetsDo() throws UnreadableException {
        assertThat(read("name;tagline", "Orla;Keeps the lamp, always.").tagline()).isEqualTo("Keeps the lamp, always.");
        assertThat(read("name\ttagline", "Orla\tKeeps, and keeps; the lamp.").tagline()).contains(";");
    }

    @Test
    void aRecordThatDoesNotFitItsHeaderIsRefused() {
        var form = new CsvForm(JSON, "name,tagline");
        assertThatThrownBy(() -> form.json("Orla")).hasMessageContaining("as many cells as the header, 2, not 1");
        assertThatThrownBy(() -> form.json("Orla,\"open")).isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith("must be CSV");
    }

    @Test
    void aCellThatShouldBeJsonSaysWhichItIs() {
        assertThatThrownBy(() -> new CsvForm(JSON, "name,traits").json("Orla,Warmth")).hasMessageStartingWith(
                "traits must be JSON");
    }

    @Test
    void aHeaderOfOtherColumnsIsRefusedAtOnce() {
        assertThatThrownBy(() -> new CsvForm(JSON, "name,catgory")).isInstanceOf(CannotRunException.class)
                .hasMessageContaining("\"catgory\" is unknown").hasMessageContaining("category, description");
        assertThatThrownBy(() -> new CsvForm(JSON, "name,name")).hasMessageContaining("twice");
        assertThatThrownBy(() -> new CsvForm(JSON, "slug,tagline")).hasMessageContaining("\"name\"");
    }

    private static PersonalityTemplate read(String header, String record) throws UnreadableException {
        return JSON.treeToValue(new CsvForm(JSON, header).json(record), PersonalityTemplate.class);
    }
}
