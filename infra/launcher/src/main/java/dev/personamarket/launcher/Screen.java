package dev.personamarket.launcher;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the person at the keyboard sees. Safe for use by several threads. */
final class Screen {

    private static final int NAME_WIDTH = 18;

    private final PrintStream out;

    Screen(PrintStream out) {
        this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    /** A step that takes its time. */
    final class Step {

        private final String name;
        private final Instant begin = Instant.now();

        private Step(String name) {
            this.name = name;
        }

        /** The step has succeeded; the note says what came of it. */
        void done(String note) {
            finish("✓", note);
        }

        /** The step has failed; the note says why. */
        void failed(String note) {
            finish("✗", note);
        }

        private void finish(String mark, String note) {
            var seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
            out.printf("  %s %-42s %7.2f s  %s%n", mark, name, seconds, note);
        }
    }

    Step begin(String name) {
        return new Step(name);
    }

    /** A line of a process's own output. */
    void log(String process, String line) {
        out.printf("%-" + NAME_WIDTH + "s | %s%n", process, line);
    }

    void line(String text) {
        out.println(text);
    }

    void welcome(String url, List<String> simulated, Path data) {
        line("");
        line("  " + url);
        line("");
        simulated.forEach(sentence -> line("  " + sentence));
        line("  Data is kept in " + data + ". Ctrl-C stops everything.");
        line("");
    }
}
