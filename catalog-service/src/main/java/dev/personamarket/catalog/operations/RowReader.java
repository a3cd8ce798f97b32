package dev.personamarket.catalog.operations;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.personamarket.catalog.personality.Candidate;
import dev.personamarket.catalog.personality.Content;
import dev.personamarket.catalog.personality.PersonalityTemplate;
import dev.personamarket.defaults.problems.FieldFault;
import dev.personamarket.defaults.problems.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes rows of records, whichever form they have; a template is judged by the same rules as an admin's. */
final class RowReader {

    /** Finds fault with the whole of a record. */
    static final class UnreadableException extends Exception {

        private static final long serialVersionUID = 1;

        UnreadableException(String message) {
            super(message);
        }
    }

    /** Reads a record as the JSON of a template, with a status. */
    @FunctionalInterface
    interface Form {

        JsonNode json(String record) throws UnreadableException;
    }

    private final JsonMapper json;
    private final Form form;
    private final Function<PersonalityTemplate, Content> rules;

    RowReader(JsonMapper json, Form form, Function<PersonalityTemplate, Content> rules) {
        this.json = strict(json);
        this.form = form;
        this.rules = rules;
    }

    /** What nobody reads would be lost without a word: a name that is misspelt, or given twice. */
    static JsonMapper strict(JsonMapper json) {
        return json.rebuild().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    Row read(Records.Raw raw) {
        var text = raw.text();
        if (text == null) {
            return new Row.Bad(raw.line(), new FieldFault("", Objects.requireNonNullElse(raw.fault(), "")));
        }
        try {
            return new Row.Good(raw.line(), text.length(), candidate(form.json(text)));
        } catch (UnreadableException e) {
            return new Row.Bad(raw.line(), new FieldFault("", String.valueOf(e.getMessage())));
        } catch (JacksonException e) {
            return new Row.Bad(raw.line(), new FieldFault(path(e), "cannot be read: " + e.getOriginalMessage()));
        } catch (Problem e) {
            return new Row.Bad(raw.line(), 0, faults(e));
        }
    }

    private Candidate candidate(JsonNode record) throws UnreadableException {
        if (!(record instanceof ObjectNode object)) {
            throw new UnreadableException("must be a JSON object");
        }
        var publish = publish(object.remove("status"));
        return new Candidate(rules.apply(json.treeToValue(object, PersonalityTemplate.class)), publish);
    }

    private static boolean publish(JsonNode status) {
        return switch (status == null || status.isNull() ? "published" : status.asString("")) {
            case "published" -> true;
            case "draft" -> false;
            default -> throw Problem.invalid("status", "must be \"draft\" or \"published\"");
        };
    }

    private static String path(JacksonException e) {
        return e instanceof DatabindException binding
                ? binding.getPath().stream().map(step -> step.getPropertyName() == null
                        ? "[%d]".formatted(step.getIndex())
                        : "." + step.getPropertyName()).collect(Collectors.joining()).replaceFirst("^\\.", "")
                : "";
    }

    private static List<FieldFault> faults(Problem problem) {
        var faults = problem.faults();
        return faults.isEmpty()
                ? List.of(new FieldFault("", Objects.requireNonNullElse(problem.getBody().getDetail(), "")))
                : faults;
    }
}
