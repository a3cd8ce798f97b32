package dev.personamarket.benchmarks;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;

/**
 * PostgreSQL's own load generator, with rating-service's own statement for one rating, which is taken from its class: it measures
 * what the server can do with it where the client costs nearly nothing.
 *
 * @see <a href="https://www.postgresql.org/docs/18/pgbench.html">pgbench</a>
 */
final class PgBench {

    private static final Pattern RESULT = Pattern.compile("tps = ([0-9.]+)");

    private final LocalData data;
    private final int clients;
    private final Path script;

    PgBench(Path root, LocalData data, int clients, int personalities, int users) throws Exception {
        this.data = data;
        this.clients = clients;
        script = Files.writeString(data.directory().resolve("rate.pgbench"), """
                \\set personality random(1, %d)
                \\set rater random(1, %d)
                \\set stars random(1, 5)
                """.formatted(personalities, users) + withVariables(statement(root)));
    }

    /** As the service has it where nothing else is configured. */
    private static String statement(Path root) throws Exception {
        var classes = root.resolve("rating-service/target/classes").toUri().toURL();
        try (var loader = new URLClassLoader(new URL[]{classes}, PgBench.class.getClassLoader())) {
            var settings = loader.loadClass("dev.personamarket.rating.rating.RatingProperties");
            var statements = loader.loadClass("dev.personamarket.rating.rating.RatingSql");
            var defaults = new Binder().bindOrCreate("marketplace.rating", Bindable.of(settings));
            return String.valueOf(open(statements.getDeclaredMethod("rate"))
                    .invoke(open(statements.getDeclaredMethod("of", settings)).invoke(null, defaults)));
        }
    }

    private static Method open(Method method) {
        method.setAccessible(true);
        return method;
    }

    /** The service's numbered parameters, as pgbench names them. */
    private static String withVariables(String statement) {
        return statement.replace("$1", one(uuid(":personality"))).replace("$2", one(uuid(":rater")))
                .replace("$3", one(":stars")).replace("$4", one("NULL")).replace("$5", one("NULL"))
                .replace('\n', ' ') + ";\n";
    }

    private static String one(String value) {
        return "ARRAY[%s]".formatted(value);
    }

    /** SQL for the id of this number. */
    static String uuid(String number) {
        return "CAST('00000000-0000-4000-8000-' || lpad(CAST(%s AS text), 12, '0') AS uuid)".formatted(number);
    }

    static UUID uuid(int number) {
        return UUID.fromString("00000000-0000-4000-8000-%012d".formatted(number));
    }

    /** Transactions a second, over so many seconds. */
    double perSecond(int seconds) throws IOException, InterruptedException {
        var command = new ProcessBuilder(List.of("pgbench", "--no-vacuum", "--protocol=prepared",
                "--client=" + clients, "--jobs=2", "--time=" + seconds, "--file=" + script, "--host=localhost",
                "--username=marketplace", "rating")).redirectErrorStream(true);
        command.environment().put("PGPASSWORD", data.secret("DATABASE_PASSWORD"));
        var process = command.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var result = RESULT.matcher(output);
        if (process.waitFor() != 0 || !result.find()) {
            throw new IllegalStateException("pgbench failed: " + output);
        }
        return Double.parseDouble(result.group(1));
    }
}
