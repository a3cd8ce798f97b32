package dev.personamarket.catalog.operations;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

import reactor.core.publisher.Mono;

/** The commands that an operator runs from the service's jar. */
public final class Operations {

    private static final Set<String> COMMANDS = Set.of("load", "republish");
    private static final String ANEW = "--from-start";
    private static final String USAGE = """
            usage: java -jar catalog-service.jar load [--from-start] <file.csv|.jsonl|.csv.gz|.jsonl.gz>
                   java -jar catalog-service.jar republish [--from-start]""";
    private static final int REFUSED_SOME = 1;
    private static final int CANNOT_RUN = 2;

    /** What is said, is said by the commands; what fails ends in one line. */
    private static final String[] SETTINGS = {"--logging.level.root=OFF", "--marketplace.outbox.relay=false",
            "--spring.flyway.connect-retries=0", "--spring.main.lazy-initialization=true"};

    private final PrintStream out;
    private final String[] settings;

    Operations(PrintStream out, String... settings) {
        this.out = out;
        this.settings = settings;
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
        try {
            return switch (words.size() == 1 ? words.getFirst() : words.size() == 2 ? words.getFirst() + " file" : "") {
                case "load file" -> load(words.getLast(), anew);
                case "republish" -> republish(anew);
                default -> throw new CannotRunException(USAGE);
            };
        } catch (Exception e) {
            out.println(reason(e));
            return CANNOT_RUN;
        }
    }

    private int load(String name, boolean anew) throws Exception {
        var file = SourceFile.of(name);
        try (var context = start()) {
            var console = new Console(out);
            var progress = await(context.getBean(Load.class).run(file, anew, console));
            console.say("%s · %,d/s", progress, console.rate(progress.records()));
            if (progress.refused() == 0) {
                return 0;
            }
            console.say("Why, says %s.rejected.jsonl", name);
            return REFUSED_SOME;
        }
    }

    private int republish(boolean anew) throws Exception {
        try (var context = start()) {
            var console = new Console(out);
            var told = await(context.getBean(Republish.class).run(anew, console));
            console.say("The newest events of %,d personalities are in the outbox; the running service sends them",
                    told);
            return 0;
        }
    }

    private ConfigurableApplicationContext start() {
        var application = new SpringApplication(OperatorBeans.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        return application.run(Stream.concat(Stream.of(SETTINGS), Stream.of(settings)).toArray(String[]::new));
    }

    /** A command is the only work of its process: its thread may wait, as those of the service may not. */
    private static <T> T await(Mono<T> work) throws Exception {
        record End<T>(@Nullable T result,
                @Nullable Throwable error) {}
        var end = new ArrayBlockingQueue<End<T>>(1);
        work.subscribe(result -> end.add(new End<>(result, null)), error -> end.add(new End<>(null, error)));
        var ended = end.take();
        if (ended.error() != null) {
            throw new IllegalStateException(ended.error());
        }
        return Objects.requireNonNull(ended.result());
    }

    /** What is behind a failure, without the wrapping. */
    private static String reason(Throwable error) {
        var deepest = error;
        while (!(deepest instanceof CannotRunException) && deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest instanceof CannotRunException
                ? String.valueOf(deepest.getMessage())
                : "failed: " + Objects.requireNonNullElse(deepest.getMessage(), deepest.toString());
    }
}
