package dev.personamarket.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedTests {

    @TempDir
    Path directory;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @Test
    void aLineOfTheProcessCarriesItsName() {
        try (var process = supervised("echo hello; sleep 60")) {
            process.start();
            await().until(() -> lines().contains("greeter            | hello"));
        }
    }

    @Test
    void aProcessThatDiesIsStartedAgain() {
        try (var process = supervised("echo once more; exit 3")) {
            process.start();
            await().until(() -> lines().stream().filter(line -> line.endsWith("once more")).count() >= 2);
            assertThat(lines()).contains("greeter            | ended with status 3 and is started again");
        }
    }

    @Test
    void aProcessThatIsClosedStaysDead() {
        var process = supervised("echo $$; sleep 60");
        process.start();
        await().until(() -> !lines().isEmpty());
        var pid = Long.parseLong(lines().getFirst().split("\\| ")[1]);
        process.close();
        await().until(() -> ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false) == false);
        await().during(Duration.ofSeconds(1)).until(() -> lines().size() == 1);
    }

    @Test
    void whatAKilledRunLeftBehindIsEnded() throws Exception {
        var leftover = new ProcessBuilder("sleep", "60").start();
        var data = new DataDirectory(directory);
        data.remember(leftover.toHandle());
        data.endLeftovers();
        assertThat(leftover.isAlive()).isFalse();
    }

    @Test
    void aStrangerUnderARememberedNumberIsLeftAlone() throws Exception {
        var stranger = new ProcessBuilder("sleep", "60").start();
        try {
            java.nio.file.Files.writeString(directory.resolve("processes"), stranger.pid() + " 12345\n");
            new DataDirectory(directory).endLeftovers();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroy();
        }
    }

    private Supervised supervised(String script) {
        return new Supervised("greeter", List.of("sh", "-c", script), Map.of(), new DataDirectory(directory),
                new Screen(new PrintStream(output, true)), Duration.ofSeconds(5));
    }

    private List<String> lines() {
        return output.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
