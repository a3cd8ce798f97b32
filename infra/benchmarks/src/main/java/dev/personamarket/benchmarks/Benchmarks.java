package dev.personamarket.benchmarks;

import java.nio.file.Path;

/** The command behind {@code infra/benchmarks/run}. */
public final class Benchmarks {

    private Benchmarks() {}

    /** Runs the benchmark of this name and ends with its figures in one line; status 2 for an unknown name. */
    public static void main(String... arguments) throws Exception {
        var root = Path.of(System.getProperty("marketplace.root", "")).toAbsolutePath();
        var figures = switch (arguments.length == 1 ? arguments[0] : "") {
            case "startup" -> new Startup(root).run();
            case "freshness" -> new Freshness(root).run();
            case "survival" -> new Survival(root).run();
            case "catalogue" -> new Catalogue(root).run();
            case "live" -> new Live(root).run();
            case "rating" -> new Writes(root).run();
            case "preview" -> new Preview(root).run();
            case "storm" -> new Storm(root).run();
            case "agents" -> new Agents(root).run();
            default -> null;
        };
        if (figures == null) {
            System.err.println(
                    "usage: infra/benchmarks/run startup|freshness|survival|catalogue|live|rating|preview|storm|agents");
            System.exit(2);
        }
        System.out.println(figures);
        System.exit(0);
    }
}
