package dev.personamarket.rating.operations;

import java.io.PrintStream;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import dev.personamarket.defaults.operations.CannotRunException;
import dev.personamarket.defaults.operations.Commands;
import dev.personamarket.defaults.operations.Console;
import reactor.core.publisher.Mono;

/** The commands that an operator runs from the service's jar. */
public final class Operations {

    private static final Set<String> COMMANDS = Set.of("recount", "recount-log");
    private static final String USAGE = """
            usage: java -jar rating-service.jar recount [--repair]
                   java -jar rating-service.jar recount-log""";

    /** Counting everything may take longer than a request may. */
    private static final String NO_DEADLINE = "--spring.r2dbc.properties.statementTimeout=PT0S";

    private final Commands commands;

    Operations(PrintStream out, String... settings) {
        commands = new Commands(out, OperatorBeans.class,
                Stream.concat(Stream.of(NO_DEADLINE), Stream.of(settings)).toArray(String[]::new));
    }

    /** Whether the arguments name a command, so that no service is to be started. */
    public static boolean areMeantBy(String... arguments) {
        return arguments.length > 0 && COMMANDS.contains(arguments[0]);
    }

    /** Runs the command; answers 0 if all is equal now, or 1 if something differs, or 2 if it could not run to its end. */
    public static int run(String... arguments) {
        return new Operations(System.out).perform(arguments);
    }

    int perform(String... arguments) {
        return commands.run(() -> switch (String.join(" ", arguments)) {
            case "recount" -> compare(Recount.class, Recount::compare, "the ratings say");
            case "recount-log" -> compare(LogRecount.class, LogRecount::compare, "the event log says");
            case "recount --repair" -> repair();
            default -> throw new CannotRunException(USAGE);
        });
    }

    private <T> int compare(Class<T> counter, BiFunction<T, Console, Mono<Long>> comparison, String truth)
            throws Exception {
        var console = commands.console();
        var different = commands.await(beans -> comparison.apply(beans.getBean(counter), console));
        if (different == 0) {
            console.say("Every summary is what %s", truth);
            return Commands.DONE;
        }
        console.say("%,d summaries are not what %s", different, truth);
        return Commands.FOUND_FAULTS;
    }

    private int repair() throws Exception {
        var console = commands.console();
        var repaired = commands.await(beans -> beans.getBean(Recount.class).repair(console));
        console.say("%,d summaries were put right; the running service tells the others", repaired);
        return Commands.DONE;
    }
}
