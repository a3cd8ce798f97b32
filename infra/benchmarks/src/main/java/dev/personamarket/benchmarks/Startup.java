package dev.personamarket.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * From the command to all healthy, and to the first list that is answered through the gateway; then the memory of all
 * processes, once idle and once used. The first start, which fills the catalogue, is reported but not the one asked for.
 */
final class Startup {

    private static final int STARTS = 3;
    private static final URI LIST = URI.create(Marketplace.ADDRESS + "/api/marketplace/personalities");

    private final Path root;

    Startup(Path root) {
        this.root = root;
    }

    Figures run() throws Exception {
        var data = Files.createTempDirectory("marketplace-startup");
        var figures = new Figures();
        var first = measure(data);
        figures.add("first_healthy_s", first.healthy);
        var starts = new Start[STARTS];
        for (var i = 0; i < STARTS; i++) {
            starts[i] = measure(data);
        }
        figures.add("healthy_s", median(starts, Start::healthy)).add("list_s", median(starts, Start::list))
                .add("pss_mib", median(starts, Start::pss)).add("rss_mib", median(starts, Start::rss));
        return figures;
    }

    private record Start(double healthy, double list, double pss, double rss) {}

    private Start measure(Path data) throws Exception {
        var begin = System.nanoTime();
        try (var marketplace = Marketplace.start(root, data)) {
            var list = awaitList(begin);
            marketplace.awaitHealthy();
            var healthy = seconds(begin);
            for (var i = 0; i < 200; i++) {
                isAnswered();
            }
            return new Start(healthy, list, Memory.mebibytes(marketplace.processes(), "Pss"),
                    Memory.mebibytes(marketplace.processes(), "Rss"));
        }
    }

    private static double awaitList(long begin) throws InterruptedException {
        while (!isAnswered()) {
            Thread.sleep(20);
        }
        return seconds(begin);
    }

    private static boolean isAnswered() throws InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(LIST).build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double median(Start[] starts, java.util.function.ToDoubleFunction<Start> figure) {
        return Arrays.stream(starts).mapToDouble(figure).sorted().toArray()[starts.length / 2];
    }
}
