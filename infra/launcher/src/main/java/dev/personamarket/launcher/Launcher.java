package dev.personamarket.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** The command behind {@code infra/up}. */
public final class Launcher {

    private static final Set<String> OPTIONS = Set.of("--fresh", "--check", "--prepare");

    private final Path root = Path.of(System.getProperty("marketplace.root", "")).toAbsolutePath();
    private final Runtimes runtimes = new Runtimes(root.resolve("infra/launcher/target/runtime"));
    private final Screen screen = new Screen(System.out);

    private Launcher() {}

    /** Exit status 0 when all went well, 1 with one clear line when something did not, 2 for an unknown option. */
    public static void main(String... options) throws Exception {
        for (var option : options) {
            if (!OPTIONS.contains(option)) {
                System.err.println("infra/up: unknown option " + option + "; there are --fresh, --check and --prepare");
                System.exit(2);
            }
        }
        try {
            new Launcher().run(Set.of(options));
        } catch (LaunchException e) {
            System.err.println("infra/up: " + e.getMessage());
            System.exit(1);
        }
    }

    private void run(Set<String> options) throws Exception {
        if (options.contains("--prepare") || !runtimes.anyPrepared()) {
            prepare();
        }
        if (options.contains("--check")) {
            check();
        } else if (!options.contains("--prepare")) {
            up(options.contains("--fresh"));
        }
    }

    private void up(boolean fresh) throws Exception {
        var data = new DataDirectory(
                Path.of(System.getenv().getOrDefault("MARKETPLACE_DATA", root.resolve("data").toString())));
        data.endLeftovers();
        if (fresh) {
            data.empty();
        }
        var addresses = Addresses.usual();
        addresses.requireFree(new Outside(System.getenv(), addresses).places());
        var house = new House(data, addresses, runtimes, Runtimes.Use.CACHE, System.getenv(), screen);
        Runtime.getRuntime().addShutdownHook(new Thread(house::close, "stop"));
        house.start();
        mentionSlowStarts();
        screen.welcome(house.publicUrl(), house.simulated(), data.path());
        new CountDownLatch(1).await();
    }

    private void mentionSlowStarts() {
        var unprepared = runtimes.unprepared();
        if (!unprepared.isEmpty()) {
            screen.line("  Changed since starts were prepared, hence slower: %s. infra/up --prepare makes them fast."
                    .formatted(String.join(", ", unprepared)));
        }
    }

    private void check() throws Exception {
        var status = inHouseOfItsOwn(Runtimes.Use.CACHE, screen) ? 0 : 1;
        System.exit(status);
    }

    /** Runs the main job once in processes that write down what they load, so that later starts take half the time. */
    private void prepare() throws Exception {
        var step = screen.begin("preparing fast starts (once)");
        var log = root.resolve("infra/launcher/target/prepare.log");
        try (var output = new PrintStream(Files.newOutputStream(log))) {
            if (!inHouseOfItsOwn(Runtimes.Use.TRAIN, new Screen(output))) {
                throw new LaunchException("the main job failed while preparing");
            }
        } catch (LaunchException e) {
            throw new LaunchException(e.getMessage() + "; all output is in " + log);
        }
        step.done("");
    }

    private boolean inHouseOfItsOwn(Runtimes.Use use, Screen output) throws Exception {
        var directory = Files.createTempDirectory("marketplace");
        var data = new DataDirectory(directory);
        var addresses = Addresses.free();
        var house = new House(data, addresses, runtimes, use, simulatedEnvironment(), output);
        var hook = new Thread(house::close, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            house.start();
            return new MainJob(addresses, output).run();
        } finally {
            house.close();
            Runtime.getRuntime().removeShutdownHook(hook);
            removeQuietly(data);
        }
    }

    /** The caller's environment without real credentials: a check never talks to anybody outside. */
    private static Map<String, String> simulatedEnvironment() {
        var environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(name -> name.equals("PUBLIC_URL") || name.startsWith("DISCORD_")
                || name.startsWith("OPENAI_"));
        return environment;
    }

    private static void removeQuietly(DataDirectory data) {
        try {
            data.empty();
            Files.deleteIfExists(data.path());
        } catch (IOException | RuntimeException e) {
            System.err.println("infra/up: " + data.path() + " could not be removed: " + e.getMessage());
        }
    }
}
