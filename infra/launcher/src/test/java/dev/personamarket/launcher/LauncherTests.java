package dev.personamarket.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.personamarket.launcher.Addresses.Place;
import tools.jackson.databind.json.JsonMapper;

class LauncherTests {

    @TempDir
    Path directory;

    @Test
    void freePortsAreAllDifferent() {
        var ports = Addresses.free().ports().values();
        assertThat(new HashSet<>(ports)).hasSameSizeAs(Place.values());
    }

    @Test
    void aTakenPortIsNamedInOneLine() throws IOException {
        try (var taken = new ServerSocket(0)) {
            var ports = new EnumMap<>(Addresses.free().ports());
            ports.put(Place.CATALOG, taken.getLocalPort());
            assertThatExceptionOfType(LaunchException.class).isThrownBy(() -> new Addresses(ports)
                    .requireFree(EnumSet.allOf(Place.class)))
                    .withMessage(
                            "port %d, which catalog-service needs, is taken by another program; stop that one first",
                            taken.getLocalPort());
        }
    }

    @Test
    void secretsAreMadeOnceAndForTheirOwnerAlone() throws IOException {
        var data = new DataDirectory(directory);
        var secrets = Secrets.in(data);
        assertThat(Secrets.in(data)).isEqualTo(secrets);
        assertThat(Base64.getDecoder().decode(secrets.get("TOKEN_ENCRYPTION_KEY"))).hasSize(32);
        assertThat(JsonMapper.shared().readTree(secrets.get("IDENTITY_SIGNING_KEY")).propertyNames()).contains("x", "y",
                "d", "kid");
        assertThat(
                PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void withCredentialsTheRealNeighboursAreUsed() {
        var addresses = Addresses.usual();
        assertThat(new Outside(Map.of(), addresses).simulated()).hasSize(2);
        assertThat(new Outside(Map.of("DISCORD_CLIENT_ID", "1"), addresses).simulated()).hasSize(1);
        var real = new Outside(Map.of("DISCORD_CLIENT_ID", "1", "OPENAI_BASE_URL", "http://localhost:11434/v1"),
                addresses);
        assertThat(real.isSimulated()).isFalse();
        assertThat(real.discord()).isEmpty();
        assertThat(real.model()).isEmpty();
    }

    @Test
    void knowsWhatStartsSlowly() throws IOException {
        for (var application : List.of("gateway", "catalog-service", "simulators")) {
            Files.createDirectories(directory.resolve(application));
        }
        var runtimes = new Runtimes(directory);
        assertThat(runtimes.anyPrepared()).isFalse();

        Files.createFile(directory.resolve("simulators/app.aot"));
        assertThat(runtimes.anyPrepared()).isTrue();
        assertThat(runtimes.unprepared()).containsExactly("catalog-service", "gateway");
    }

    @Test
    void emptyingTheDataKeepsTheDirectory() throws IOException {
        Files.createDirectories(directory.resolve("postgres/base"));
        Files.writeString(directory.resolve("postgres/base/1"), "x");
        new DataDirectory(directory).empty();
        assertThat(directory).isEmptyDirectory();
    }
}
