package dev.personamarket.simulators.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A list of messages, understood: the sample conversations come first, the real one begins where this model first said
 * that it is a demonstration.
 *
 * @param name of the character, when the system prompt gives one
 * @param greeting what the character opens with
 * @param examples how the character answers
 * @param said what it has answered in the real conversation so far
 * @param question the last thing that the person said
 */
record Talk(Optional<String> name, Optional<String> greeting, List<Example> examples, List<String> said,
        String question) {

    private static final Pattern NAMED = Pattern
            .compile("\\b(?:named|called|[Nn]ame(?: is|:))\\s+(\\p{Lu}[\\w'’-]*(?: \\p{Lu}[\\w'’-]*)*)");
    private static final Pattern YOU_ARE = Pattern
            .compile("\\bYou are (\\p{Lu}[\\w'’.-]*(?:(?: of| the| de| von)? \\p{Lu}[\\w'’-]*)*)");

    static Talk of(List<ChatRequest.Message> messages) {
        var examples = new ArrayList<Example>();
        var said = new ArrayList<String>();
        String greeting = null;
        String asked = null;
        for (var message : messages) {
            if (message.isFrom("user")) {
                asked = message.text();
            } else if (message.isFrom("assistant")) {
                boolean real = !said.isEmpty() || message.text().contains(Demonstration.NOTE);
                String answer = message.text().replace(Demonstration.NOTE, "").strip();
                if (real) {
                    said.add(answer);
                } else if (asked != null) {
                    examples.add(new Example(asked, answer));
                } else if (greeting == null) {
                    greeting = answer;
                }
                asked = null;
            }
        }
        return new Talk(nameIn(messages), Optional.ofNullable(greeting), examples, said, orEmpty(asked));
    }

    boolean hasJustBegun() {
        return said.isEmpty();
    }

    /** Example answers that the person has not heard yet. */
    List<Example> unused() {
        return examples.stream().filter(example -> !said.contains(example.answer())).toList();
    }

    /** Everything that the character is known to have said, sentence by sentence. */
    Stream<String> sentences() {
        return Stream.concat(examples.stream().map(Example::answer), greeting.stream())
                .flatMap(text -> Words.sentences(text).stream());
    }

    private static Optional<String> nameIn(List<ChatRequest.Message> messages) {
        String system = messages.stream().filter(message -> message.isFrom("system") || message.isFrom("developer"))
                .map(ChatRequest.Message::text).collect(Collectors.joining("\n"));
        return Stream.of(YOU_ARE, NAMED).map(pattern -> pattern.matcher(system))
                .flatMap(matcher -> matcher.results().limit(1)).map(found -> found.group(1)).findFirst();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** One exchange of a sample conversation. */
    record Example(String question, String answer) {}
}
