package dev.personamarket.defaults.operations;

import java.io.PrintStream;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

import reactor.core.publisher.Mono;

/** Runs commands: each in an application of its own, with what is said on a screen and an exit status. */
public final class Commands {

    /** The exit status of a command that did all of it, and found nothing wrong. */
    public static final int DONE = 0;
    /** The exit status of a command that ran to its end and has something to tell. */
    public static final int FOUND_FAULTS = 1;
    /** The exit status of a command that could not run to its end. */
    public static final int CANNOT_RUN = 2;

    /** What is said, is said by the commands; what fails ends in one line. */
    private static final String[] SETTINGS = {"--logging.level.root=OFF", "--marketplace.outbox.relay=false",
            "--spring.flyway.connect-retries=0", "--spring.main.lazy-initialization=true"};

    /** What a command does. */
    @FunctionalInterface
    public interface Work {

        /** Answers the exit status. */
        int run() throws Exception;
    }

    private final PrintStream out;
    private final Class<?> beans;
    private final String[] settings;

    /**
     * @param beans    what commands are made of, marked with {@link CommandBeans}
     * @param settings as on a command line
     */
    public Commands(PrintStream out, Class<?> beans, String... settings) {
        this.out = out;
        this.beans = beans;
        this.settings = settings;
    }

    /** Runs the work; answers its status, or {@link #CANNOT_RUN} and says why in one line. */
    public int run(Work work) {
        try {
            return work.run();
        } catch (Exception e) {
            out.println(reason(e));
            return CANNOT_RUN;
        }
    }

    public Console console() {
        return new Console(out);
    }

    /** Starts the application, lets it do something and waits for the result; it must have one. */
    public <T> T await(Function<BeanFactory, Mono<T>> work) throws Exception {
        try (var application = start()) {
            return await(work.apply(application));
        }
    }

    private ConfigurableApplicationContext start() {
        var application = new SpringApplication(beans);
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
