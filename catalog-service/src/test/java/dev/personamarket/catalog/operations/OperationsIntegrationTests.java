package dev.personamarket.catalog.operations;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

import dev.personamarket.catalog.CatalogTest;
import dev.personamarket.catalog.Market;
import dev.personamarket.catalog.Templates;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The commands as an operator meets them: a context of their own, a screen, an exit status. */
@CatalogTest
class OperationsIntegrationTests {

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Autowired
    private Environment environment;

    @Autowired
    private Market market;

    @BeforeEach
    void openAnEmptyCatalogue() {
        market.clear();
    }

    @Test
    void aLoadTellsHowItWentByItsStatus() throws IOException {
        var good = Files.writeString(folder.resolve("good.jsonl"), Templates.named("Wanda " + folder).toString());
        var mixed = Files.writeString(folder.resolve("mixed.jsonl"), "{}\n" + Templates.named("Wilma " + folder));

        assertThat(perform("load", good.toString())).isZero();
        assertThat(said()).contains("1 records: 1 new, 0 revised, 0 as before, 0 refused");
        assertThat(perform("load", mixed.toString())).isOne();
        assertThat(said()).contains("1 refused").contains("mixed.jsonl.rejected.jsonl");
        assertThat(market.find("sort=name")).hasSize(2);
    }

    @Test
    void republishingTellsOfHowMany() {
        market.publish(Templates.complete());
        assertThat(perform("republish", "--from-start")).isZero();
        assertThat(said()).contains("newest events of 1 personalities");
    }

    @Test
    void whatCannotRunSaysWhyInOneLine() throws IOException {
        var file = Files.writeString(folder.resolve("keepers.csv"), "name,nmae\n").toString();
        assertFails("cannot read the file", "load", "nowhere.csv");
        assertFails("must end with .csv", "load", Files.writeString(folder.resolve("a.txt"), "").toString());
        assertFails("the column \"nmae\" is unknown", "load", file);
        assertFails("usage:", "load");
        assertFails("usage:", "republish", "everything");
    }

    @Test
    void aDatabaseOutOfReachIsSaidWithoutAStackTrace() throws IOException {
        var file = Files.writeString(folder.resolve("keepers.jsonl"), "{}").toString();
        var operations = new Operations(new PrintStream(screen, true, UTF_8),
                "--spring.r2dbc.url=r2dbc:postgresql://localhost:1/catalog");
        assertThat(operations.perform("load", file)).isEqualTo(2);
        assertThat(said()).startsWith("failed: ").hasLineCount(1).containsIgnoringCase("connection refused");
    }

    private void assertFails(String why, String... arguments) {
        screen.reset();
        assertThat(perform(arguments)).isEqualTo(2);
        assertThat(said()).contains(why).doesNotContain("\tat ");
    }

    private int perform(String... arguments) {
        var settings = Stream.of("url", "username", "password").map("spring.r2dbc."::concat)
                .map(key -> "--%s=%s".formatted(key, environment.getProperty(key))).toArray(String[]::new);
        return new Operations(new PrintStream(screen, true, UTF_8), settings).perform(arguments);
    }

    private String said() {
        return screen.toString(UTF_8);
    }
}
