package dev.personamarket.rating.operations;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.core.env.Environment;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What an operator sees of commands that run beside the service of a test. */
final class Screen {

    private static final List<String> ENGINES = List.of("spring.r2dbc.url", "spring.r2dbc.username",
            "spring.r2dbc.password", "spring.kafka.bootstrap-servers");

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final String[] settings;

    /** @param more settings by their names, beside those of where the engines are or instead of them */
    Screen(Environment service, Map<String, String> more) {
        var all = new HashMap<String, Object>();
        ENGINES.forEach(name -> all.put(name, service.getRequiredProperty(name)));
        all.putAll(more);
        settings = all.entrySet().stream().map("--%s"::formatted).toArray(String[]::new);
    }

    /** Runs the command on an empty screen and gives its status. */
    int perform(String command) {
        screen.reset();
        return new Operations(new PrintStream(screen, true, UTF_8), settings).perform(command.split(" "));
    }

    String said() {
        return screen.toString(UTF_8);
    }
}
