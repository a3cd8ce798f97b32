package dev.personamarket.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code infra/up} on machines that lack something, played by a PATH with just a few commands on it. */
class UpScriptTests {

    private static final Path SCRIPT = Path.of(System.getProperty("marketplace.root", "../.."), "infra/up")
            .toAbsolutePath();

    @TempDir
    Path bin;

    @Test
    void aMissingMavenIsOneClearLine() throws Exception {
        commands("node");
        assertThat(output()).isEqualTo("infra/up: needs Maven 3.8 or newer; install it and put mvn on the PATH.\n");
    }

    @Test
    void aMissingNodeIsOneClearLine() throws Exception {
        commands("mvn");
        assertThat(output()).isEqualTo("infra/up: needs Node 20.19 or newer; install it and put node on the PATH.\n");
    }

    /** Links what the script itself uses, and a do-nothing for each of the names. */
    private void commands(String... names) throws IOException {
        for (var tool : new String[]{"bash", "dirname", "readlink", "sed", "head", "env"}) {
            for (var folder : new String[]{"/usr/bin", "/bin"}) {
                if (Files.exists(Path.of(folder, tool)) && !Files.exists(bin.resolve(tool))) {
                    Files.createSymbolicLink(bin.resolve(tool), Path.of(folder, tool));
                }
            }
        }
        for (var name : names) {
            Files.writeString(bin.resolve(name), "#!/usr/bin/env bash\n");
            bin.resolve(name).toFile().setExecutable(true);
        }
    }

    private String output() throws Exception {
        var builder = new ProcessBuilder(SCRIPT.toString()).redirectErrorStream(true);
        builder.environment().put("PATH", bin.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(1);
        return text;
    }
}
