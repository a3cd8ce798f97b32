package dev.personamarket.catalog.operations;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

import dev.personamarket.defaults.operations.CannotRunException;
import dev.personamarket.defaults.operations.Commands;

/** The commands that an operator runs from the service's jar. */
public final class Operations {

    private static final Set<String> COMMANDS = Set.of("load", "republish");
    private static final String ANEW = "--from-start";
    private static final String USAGE = """
            usage: java -jar catalog-service.jar load [--from-start] <file.csv|.jsonl|.csv.gz|.jsonl.gz>
                   java -jar catalog-service.jar republish [--from-start]""";

    private final Commands commands;

    Operations(PrintStream out, String... settings) {
        commands = new Commands(out, OperatorBeans.class, settings);
    }

    /** Whether the arguments name a command, so that no service is to be started. */
    public static boolean areMeantBy(String... arguments) {
        return arguments.length > 0 && COMMANDS.contains(arguments[0]);
    }

    /** Runs the command; answers 0, or 1 if some of its records were refused, or 2 if it could not run to its end. */
    public static int run(String... arguments) {
        return new Operations(System.out).perform(arguments);
    }

    int perform(String... arguments) {
        var anew = Arrays.asList(arguments).contains(ANEW);
        var words = Stream.of(arguments).filter(word -> !word.equals(ANEW)).toList();
        var shape = words.size() == 1 ? words.getFirst() : words.size() == 2 ? words.getFirst() + " file" : "";
        return commands.run(() -> switch (shape) {
            case "load file" -> load(words.getLast(), anew);
            case "republish" -> republish(anew);
            default -> throw new CannotRunException(USAGE);
        });
    }

    private int load(String name, boolean anew) throws Exception {
        var file = SourceFile.of(name);
        var console = commands.console();
        var progress = commands.await(beans -> beans.getBean(Load.class).run(file, anew, console));
        console.say("%s · %,d/s", progress, console.rate(progress.records()));
        if (progress.refused() == 0) {
            return Commands.DONE;
        }
        console.say("Why, says %s.rejected.jsonl", name);
        return Commands.FOUND_FAULTS;
    }

    private int republish(boolean anew) throws Exception {
        var console = commands.console();
        var told = commands.await(beans -> beans.getBean(Republish.class).run(anew, console));
        console.say("The newest events of %,d personalities are in the outbox; the running service sends them", told);
        return Commands.DONE;
    }
}
