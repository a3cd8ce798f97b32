package dev.personamarket.catalog.operations;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.personamarket.catalog.operations.RowReader.UnreadableException;
import dev.personamarket.catalog.personality.PersonalityTemplate;
import dev.personamarket.defaults.operations.CannotRunException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * CSV under a header of a template's properties. A cell of text is taken as it is, {@code tags} are separated by
 * {@code |}, and whatever else has a structure is JSON in its cell; an empty cell is as if it were missing.
 */
final class CsvForm implements RowReader.Form {

    private static final String STATUS = "status";
    private static final Map<String, Class<?>> KNOWN = Arrays.stream(PersonalityTemplate.class.getRecordComponents())
            .collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getType));

    private final JsonMapper json;
    private final char separator;
    private final List<String> columns;
    private final CsvReader.CsvReaderBuilder csv;

    /**
     * Fails with {@link CannotRunException} if a column is unknown, or there twice, or if there is no {@code name}.
     *
     * @param header the first record, which also shows what its cells are separated by
     */
    CsvForm(JsonMapper json, String header) {
        this.json = json;
        separator = Stream.of(',', ';', '\t')
                .max(Comparator.comparing(one -> header.chars().filter(character -> character == one).count()))
                .orElseThrow();
        csv = CsvReader.builder().fieldSeparator(separator).allowUnclosedQuote(false);
        columns = csv.ofSingleCsvRecord(header).getFields().stream().map(String::strip).toList();
        refuseWrong(columns);
    }

    private static void refuseWrong(List<String> columns) {
        var seen = new HashSet<String>();
        for (var column : columns) {
            if (!KNOWN.containsKey(column) && !column.equals(STATUS)) {
                throw new CannotRunException("the column \"%s\" is unknown; there can be %s".formatted(column,
                        Stream.concat(KNOWN.keySet().stream(), Stream.of(STATUS)).sorted()
                                .collect(Collectors.joining(", "))));
            }
            if (!seen.add(column)) {
                throw new CannotRunException("the column \"%s\" is there twice".formatted(column));
            }
        }
        if (!seen.contains("name")) {
            throw new CannotRunException("the first line must name the columns, one of them \"name\"");
        }
    }

    char separator() {
        return separator;
    }

    @Override
    public JsonNode json(String record) throws UnreadableException {
        var cells = cells(record);
        if (cells.size() != columns.size()) {
            throw new UnreadableException(
                    "must have as many cells as the header, %d, not %d".formatted(columns.size(), cells.size()));
        }
        var row = json.createObjectNode();
        for (var i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                row.set(columns.get(i), value(columns.get(i), cells.get(i)));
            }
        }
        return row;
    }

    private List<String> cells(String record) throws UnreadableException {
        try {
            return csv.ofSingleCsvRecord(record).getFields();
        } catch (CsvParseException e) {
            throw new UnreadableException("must be CSV: " + e.getMessage());
        }
    }

    private JsonNode value(String column, String cell) throws UnreadableException {
        if (column.equals("tags")) {
            return json.valueToTree(Arrays.stream(cell.split("\\|", -1)).map(String::strip).toList());
        }
        return column.equals(STATUS) || KNOWN.get(column) == String.class
                ? json.getNodeFactory().stringNode(cell)
                : structure(column, cell);
    }

    private JsonNode structure(String column, String cell) throws UnreadableException {
        try {
            return json.readTree(cell);
        } catch (JacksonException e) {
            throw new UnreadableException("%s must be JSON: %s".formatted(column, e.getOriginalMessage()));
        }
    }
}
