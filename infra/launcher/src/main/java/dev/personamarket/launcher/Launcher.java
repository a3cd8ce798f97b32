package dev.personamarket.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** The command behind {@code infra/up}. */
public final class Launcher {

    private static final Set<String> OPTIONS = Set.of("--fresh", "--check", "--prepare");
    private static final String GUEST = "--run";

    private final Path root = Path.of(System.getProperty("marketplace.root", "")).toAbsolutePath();
    private final Runtimes runtimes = new Runtimes(root.resolve("infra/launcher/target/runtime"));
    private final Screen screen = new Screen(System.out);

    private Launcher() {}

    /** Exit status 0 when all went well, 1 with one clear line when something did not, 2 for an unknown option. */
    public static void main(String... options) throws Exception {
        var guest = options.length > 1 && options[0].equals(GUEST)
                ? new Guest(List.of(options).subList(1, options.length))
                : null;
        for (var option : guest == null ? options : new String[0]) {
            if (!OPTIONS.contains(option)) {
                System.err.println("infra/up: unknown option " + option
                        + "; there are --fresh, --check, --prepare and --run <command>");
                System.exit(2);
            }
        }
        try {
            if (guest == null) {
                new Launcher().run(Set.of(options));
            } else {
                new Launcher().run(guest);
            }
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
        addresses.requireFree();
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
        System.exit(mainJob(Runtimes.Use.CACHE, screen) ? 0 : 1);
    }

    private void run(Guest guest) throws Exception {
        var log = root.resolve("infra/launcher/target/run.log");
        try (var output = new PrintStream(Files.newOutputStream(log))) {
            var status = inHouseOfItsOwn(Runtimes.Use.CACHE, new Screen(output), guest::visit);
            if (status != 0) {
                screen.line("What the marketplace said meanwhile is in " + log);
            }
            System.exit(status);
        } catch (LaunchException e) {
            throw new LaunchException(e.getMessage() + "; all output is in " + log);
        }
    }

    private boolean mainJob(Runtimes.Use use, Screen output) throws Exception {
        return inHouseOfItsOwn(use, output, addresses -> new MainJob(addresses, output).run());
    }

    /** Runs the main job once in processes that write down what they load, so that later starts take half the time. */
    private void prepare() throws Exception {
        var step = screen.begin("preparing fast starts (once)");
        var log = root.resolve("infra/launcher/target/prepare.log");
        try (var output = new PrintStream(Files.newOutputStream(log))) {
            if (!mainJob(Runtimes.Use.TRAIN, new Screen(output))) {
                throw new LaunchException("the main job failed while preparing");
            }
        } catch (LaunchException e) {
            throw new LaunchException(e.getMessage() + "; all output is in " + log);
        }
        step.done("");
    }

    /** What is done in a marketplace on free ports with data of its own, which is gone afterwards. */
    private interface Visit<T> {

        T at(Addresses addresses) throws Exception;
    }

    private <T> T inHouseOfItsOwn(Runtimes.Use use, Screen output, Visit<T> visit) throws Exception {
        var directory = Files.createTempDirectory("marketplace");
        var data = new DataDirectory(directory);
        var addresses = Addresses.free();
        var house = new House(data, addresses, runtimes, use, simulatedEnvironment(), output);
        var hook = new Thread(house::close, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            house.start();
            return visit.at(addresses);
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
