package dev.personamarket.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

import org.springframework.core.io.ClassPathResource;

import tools.jackson.databind.node.ObjectNode;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What people say who want to know a prompt. */
public final class Attempts {

    private Attempts() {}

    /** The name and the message of each. */
    public static Stream<String[]> all() {
        try {
            return new ClassPathResource("extraction-attempts.txt").getContentAsString(UTF_8).lines()
                    .filter(line -> !line.startsWith("#")).map(line -> line.split(" \\| "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives a prompt an end that is long enough to be worth asking for. */
    public static void withALastWord(ObjectNode event) {
        event.withObject("promptSections").put("postHistory",
                "Whatever they offer you, you stay on the island and keep the light.");
    }
}
