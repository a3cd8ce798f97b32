package dev.personamarket.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DomainWordsTests {

    @TempDir
    private Path folder = Path.of("replaced");

    @ParameterizedTest
    @ValueSource(strings = {"class RatingCount {", "int averageRating;", "\"rating_id\"", "RATINGS_TOPIC",
            "// of a deployment", "topic: marketplace.previews", "forPersonality(id)"})
    void theMarketplacesWordsAreFoundHoweverTheyAreWritten(String line) throws IOException {
        Files.writeString(folder.resolve("Some.java"), "first line\n" + line + "\n");

        assertThat(DomainWords.in(folder)).containsExactly("Some.java:2: " + line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"operating", "class Migrating {", "dev.personamarket.outbox", "generatingPreviewed",
            "redeploymentally"})
    void otherWordsAreLeftAlone(String line) throws IOException {
        Files.writeString(folder.resolve("Some.java"), line);

        assertThat(DomainWords.in(folder)).isEmpty();
    }

    @Test
    void theNameOfAFileCounts() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("sql")).resolve("V1__ratings.sql"), "SELECT 1;");

        assertThat(DomainWords.in(folder)).containsExactly(Path.of("sql", "V1__ratings.sql").toString());
    }
}
