package dev.personamarket.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.personamarket.benchmarks.History.Pair;
import dev.personamarket.launcher.Visitor;

/**
 * A thousand people rate, rate again and take back, all at once and at random. Their clients try again what was not
 * answered and send some things twice, and rating-service is killed ten times in the middle. In the end each rating that
 * was acknowledged has to be there, no other, and both recounts have to come to what the tables say.
 */
final class Storm {

    private static final int PEOPLE = 1_000;
    private static final int PERSONALITIES = 100;
    private static final String LIST = "/api/marketplace/personalities?sort=newest&limit=" + PERSONALITIES;
    private static final int ACTS = 11_000;
    private static final int KILLS = 10;
    private static final int SENDERS = 16;
    private static final int ONE_IN_TWICE = 10;
    private static final int ONE_IN_TAKEN_BACK = 8;
    private static final long FIRST_PERSON = 2_100_000_000_000_090_000L;

    private record Person(String id, Map<String, String> headers) {}

    private final Insistence insistence = new Insistence();
    private final History history = new History();
    private final Path root;

    Storm(Path root) {
        this.root = root;
    }

    Figures run() throws Exception {
        var data = new LocalData(Files.createTempDirectory("marketplace-storm"));
        try (var marketplace = Marketplace.start(root, data.directory())) {
            marketplace.awaitHealthy();
            new CatalogueData(root, data.directory(), new Generator(), PERSONALITIES).load();
            var personalities = personalities();
            var people = people();
            System.out.printf("  %d people, %d personalities%n", people.size(), personalities.size());
            rage(marketplace, people, personalities);
            return judge(data);
        }
    }

    private static List<String> personalities() throws Exception {
        return new Visitor(Marketplace.ADDRESS).get(LIST)
                .path("items").valueStream().map(card -> card.path("id").asString()).toList();
    }

    private static List<Person> people() throws Exception {
        var people = new ArrayList<Person>();
        for (var i = 0; i < PEOPLE; i++) {
            var visitor = new Visitor(Marketplace.ADDRESS);
            visitor.signIn(String.valueOf(FIRST_PERSON + i));
            people.add(new Person(visitor.get("/api/auth/me").path("id").asString(), visitor.headers()));
        }
        return people;
    }

    private void rage(Marketplace marketplace, List<Person> people, List<String> personalities)
            throws InterruptedException, ExecutionException {
        try (var senders = Executors.newFixedThreadPool(SENDERS + 1)) {
            var work = new ArrayList<Future<?>>();
            for (var i = 0; i < SENDERS; i++) {
                var random = new SplittableRandom(i);
                work.add(senders.submit(() -> act(random, people, personalities)));
            }
            work.add(senders.submit(() -> kill(marketplace)));
            for (var one : work) {
                one.get();
            }
        }
    }

    private Void kill(Marketplace marketplace) throws InterruptedException {
        for (var kill = 1; kill <= KILLS; kill++) {
            while (insistence.acknowledged() < kill * ACTS / (KILLS + 1)) {
                Thread.sleep(20);
            }
            marketplace.kill("rating-service");
            System.out.printf("  killed for the %d. time after %d acts%n", kill, insistence.acknowledged());
        }
        return null;
    }

    private Void act(SplittableRandom random, List<Person> people, List<String> personalities) throws Exception {
        while (insistence.acknowledged() < ACTS) {
            var person = people.get(random.nextInt(people.size()));
            var pair = new Pair(personalities.get(random.nextInt(personalities.size())), person.id());
            var stars = random.nextInt(ONE_IN_TAKEN_BACK) == 0 ? History.NONE : random.nextInt(1, 6);
            var isTwice = random.nextInt(ONE_IN_TWICE) == 0;
            history.perform(pair, stars, () -> insistence.send(request(pair, stars, person), isTwice));
        }
        return null;
    }

    private static HttpRequest request(Pair pair, int stars, Person person) {
        var personality = Marketplace.ADDRESS + "/api/marketplace/personalities/" + pair.personality();
        var request = HttpRequest.newBuilder().timeout(Duration.ofSeconds(20))
                .header("Idempotency-Key", UUID.randomUUID().toString()).header("Content-Type", "application/json");
        person.headers().forEach(request::header);
        return stars == History.NONE
                ? request.uri(URI.create(personality + "/rating")).DELETE().build()
                : request.uri(URI.create(personality + "/rate"))
                        .POST(BodyPublishers.ofString("{\"stars\":%d}".formatted(stars))).build();
    }

    private Figures judge(LocalData data) throws Exception {
        data.await("rating", "SELECT -count(*) FROM outbox WHERE published_at IS NULL", 0);
        var verdict = history.compare(stored(data));
        var counts = history.counts();
        return insistence.addTo(new Figures()).add("lost", verdict.lost()).add("invented", verdict.invented())
                .add("wrong_counts", new ShownCounts(LIST, id -> counts.getOrDefault(id, 0L)).wrong())
                .add("recount_status", recount(data, "recount"))
                .add("recount_log_status", recount(data, "recount-log"));
    }

    private static Map<Pair, Integer> stored(LocalData data) throws Exception {
        var stored = new HashMap<Pair, Integer>();
        try (var connection = data.connect("rating");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT personality_id, rater_id, stars FROM rating WHERE stars IS NOT NULL")) {
            while (rows.next()) {
                stored.put(new Pair(rows.getString(1), rows.getString(2)), rows.getInt(3));
            }
        }
        return stored;
    }

    /** The exit status of rating-service's command: 0 where the tables are right. */
    private int recount(LocalData data, String command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-jar",
                root.resolve("infra/launcher/target/runtime/rating-service/app.jar").toString(), command).inheritIO();
        data.reach(process);
        return process.start().waitFor();
    }
}
