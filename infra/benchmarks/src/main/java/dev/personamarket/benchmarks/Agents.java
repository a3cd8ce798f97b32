package dev.personamarket.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.HdrHistogram.Histogram;

import dev.personamarket.launcher.Visitor;
import tools.jackson.databind.JsonNode;

/**
 * People ask deployed personalities on the simulated Discord: fifty at once while the model takes ten seconds, and then
 * one by one while deployment-service, preview-service and the broker with all the rest are killed by turns between
 * question and answer. Every question has to be replied to by one message, and by one alone.
 */
final class Agents {

    private static final int AT_ONCE = 50;
    private static final int KILLS = 30;
    private static final Duration WARM_UP = Duration.ofMinutes(3);
    private static final int WARM_UP_CLIENTS = 4;
    private static final long FIRST_PERSON = 2_100_000_000_000_030_000L;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);

    private final Path root;
    private final List<String> asked = new ArrayList<>();

    Agents(Path root) {
        this.root = root;
    }

    Figures run() throws Exception {
        var data = Files.createTempDirectory("marketplace-agents");
        try (var outside = Outside.start(root)) {
            var marketplace = start(data);
            try {
                var people = new ArrayList<String>();
                for (var i = 0; i < AT_ONCE; i++) {
                    people.add(deploy(String.valueOf(FIRST_PERSON + i)));
                }
                warmUp(outside, people);
                var figures = askAtOnce(outside, people);
                marketplace = killBetween(outside, people, marketplace, data);
                return judge(figures, outside, data);
            } finally {
                marketplace.close();
            }
        }
    }

    private Marketplace start(Path data) throws IOException, InterruptedException {
        return Marketplace.start(root, data, Outside.SETTINGS).awaitHealthy();
    }

    /** The person has a personality of the samples on their server from now on. */
    private static String deploy(String person) throws Exception {
        var visitor = new Visitor(Marketplace.ADDRESS);
        visitor.signIn(person);
        var personality = await(() -> visitor.get("/api/marketplace/personalities?limit=1").at("/items/0/id")
                .asString(""), found -> !found.isEmpty());
        var deployment = "/api/marketplace/deployments/" + visitor.post(
                "/api/marketplace/personalities/%s/deploy".formatted(personality),
                "{\"serverId\":\"3%s\"}".formatted(person.substring(1)), 202).path("id").asString();
        visitor.consent(URI.create(await(() -> visitor.get(deployment), found -> found.has("installUrl"))
                .path("installUrl").asString()), person);
        await(() -> visitor.get(deployment), found -> found.path("status").asString().equals("active"));
        return person;
    }

    /** A few at a time, as in the other benchmarks: what is measured is a marketplace at work, not one that has just begun. */
    private void warmUp(Outside outside, List<String> people) throws Exception {
        outside.delayModel(Duration.ofMillis(200));
        var end = System.nanoTime() + WARM_UP.toNanos();
        try (var clients = Executors.newFixedThreadPool(WARM_UP_CLIENTS)) {
            do {
                asked.clear();
                for (var answer : clients.invokeAll(people.stream().map(person -> asking(outside, person)).toList())) {
                    answer.get();
                }
            } while (System.nanoTime() < end);
        }
        awaitReplies(outside);
    }

    private Figures askAtOnce(Outside outside, List<String> people) throws Exception {
        outside.delayModel(Duration.ofSeconds(10));
        asked.clear();
        var deferred = new Histogram(TimeUnit.MINUTES.toMicros(1), 3);
        var begin = System.nanoTime();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : clients.invokeAll(people.stream().map(person -> asking(outside, person)).toList())) {
                deferred.recordValue(TimeUnit.NANOSECONDS.toMicros(answer.get()));
            }
        }
        awaitReplies(outside);
        return new Figures().add("deferred_p50_ms", Latencies.millis(deferred, 50))
                .add("deferred_p99_ms", Latencies.millis(deferred, 99))
                .add("deferred_max_ms", Latencies.millis(deferred, 100))
                .add("all_replied_s", (System.nanoTime() - begin) / 1e9);
    }

    private Callable<Long> asking(Outside outside, String person) {
        return () -> {
            var begin = System.nanoTime();
            var outcome = outside.ask(person, "Tell me something.");
            var time = System.nanoTime() - begin;
            note(outcome);
            return time;
        };
    }

    private synchronized void note(JsonNode outcome) {
        if (!isAnswered(outcome)) {
            throw new IllegalStateException("Not answered: " + outcome);
        }
        asked.add(outcome.path("interactionId").asString());
    }

    /** Where Discord got no answer in time the person sees that, and asks again. */
    private static boolean isAnswered(JsonNode outcome) {
        return outcome.path("answered").asBoolean(false);
    }

    private Marketplace killBetween(Outside outside, List<String> people, Marketplace first, Path data)
            throws Exception {
        outside.delayModel(Duration.ofSeconds(3));
        var marketplace = first;
        for (var kill = 0; kill < KILLS; kill++) {
            var person = people.get(kill);
            note(await(() -> outside.ask(person, "And what then?"), Agents::isAnswered));
            Thread.sleep(kill / 3 * 350L); // from at once to when the answer is there
            switch (kill % 3) {
                case 0 -> marketplace.kill("deployment-service");
                case 1 -> marketplace.kill("preview-service");
                default -> {
                    marketplace.killAll();
                    marketplace = start(data);
                }
            }
            awaitReplies(outside);
            for (var service : List.of("deployment-service", "preview-service", "gateway")) {
                var running = marketplace;
                await(() -> running.isReady(service), ready -> ready);
            }
            System.out.printf("  replied after kill %d%n", kill + 1);
        }
        return marketplace;
    }

    /** Waits until none of the questions is being thought about. */
    private void awaitReplies(Outside outside) throws Exception {
        await(outside::state, state -> asked.stream().allMatch(id -> replies(state, id).stream()
                .anyMatch(reply -> (reply.path("flags").asInt() & 128) == 0 && !text(reply).endsWith("…"))));
    }

    private Figures judge(Figures figures, Outside outside, Path data) throws Exception {
        var state = outside.state();
        var counts = asked.stream().map(id -> replies(state, id).size()).toList();
        return figures.add("questions", asked.size())
                .add("excused", new LocalData(data).count("deployment",
                        "SELECT count(*) FROM turns WHERE status <> 'answered' OR due_at IS NOT NULL"))
                .add("lost", counts.stream().filter(count -> count == 0).count())
                .add("doubled", counts.stream().filter(count -> count > 1).count());
    }

    private static List<JsonNode> replies(JsonNode state, String interaction) {
        return state.path("messages").valueStream()
                .filter(message -> message.at("/interaction_metadata/id").asString("").equals(interaction)).toList();
    }

    private static String text(JsonNode reply) {
        return reply.path("content").asString("");
    }

    private static <T> T await(Callable<T> question, Predicate<T> condition) throws Exception {
        var deadline = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            var found = question.call();
            if (condition.test(found)) {
                return found;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Waited in vain; last seen: " + found);
            }
            Thread.sleep(100);
        }
    }
}
