package dev.personamarket.simulators.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Judges by a short list of words, enough to see a refusal happen. */
final class Moderation {

    private static final List<String> CATEGORIES = List.of("harassment", "harassment/threatening", "sexual",
            "sexual/minors", "hate", "hate/threatening", "illicit", "illicit/violent", "self-harm",
            "self-harm/intent", "self-harm/instructions", "violence", "violence/graphic");

    private static final Map<String, Set<String>> WORDS = Map.of("harassment", Set.of("idiot", "moron"), "hate",
            Set.of("subhuman", "vermin"), "illicit", Set.of("counterfeit", "heroin"), "self-harm",
            Set.of("suicide", "self-harm"), "sexual", Set.of("porn", "nude"), "violence",
            Set.of("murder", "kill", "massacre"));

    Map<String, Object> judge(Request request) {
        return Map.of("id", "modr-" + UUID.randomUUID(), "model", "omni-moderation-latest", "results",
                request.texts().map(Moderation::result).toList());
    }

    private static Map<String, Object> result(String text) {
        var words = Set.copyOf(List.of(text.toLowerCase().split("[^\\p{L}-]+")));
        var flags = new LinkedHashMap<String, Boolean>();
        var scores = new LinkedHashMap<String, Double>();
        var appliedTo = new LinkedHashMap<String, List<String>>();
        for (String category : CATEGORIES) {
            boolean flagged = WORDS.getOrDefault(category, Set.of()).stream().anyMatch(words::contains);
            flags.put(category, flagged);
            scores.put(category, flagged ? 0.98 : 0.0001);
            appliedTo.put(category, List.of("text"));
        }
        return Map.of("flagged", flags.containsValue(true), "categories", flags, "category_scores", scores,
                "category_applied_input_types", appliedTo);
    }

    /** @param input a string, several, or parts of which those of type {@code text} are judged */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Request(@Nullable JsonNode input) {

        /** @throws ModelException when there is nothing to judge */
        Stream<String> texts() {
            if (input == null || input.isNull()) {
                throw ModelException.badRequest("input", "Missing required parameter: 'input'.");
            }
            if (input.isString()) {
                return Stream.of(input.stringValue());
            }
            return input.valueStream()
                    .map(part -> part.isString() ? part.stringValue() : part.path("text").stringValue(""));
        }
    }
}
