package dev.personamarket.launcher;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;

import dev.personamarket.launcher.Addresses.Place;
import tools.jackson.databind.JsonNode;

/** The main job of the marketplace, done over HTTP as a client would do it, against everything running for real. */
final class MainJob {

    private static final String SERVER_OWNER = "2000000000000000002";
    private static final String SERVER = "Moon Base";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PERSONALITIES = "/api/marketplace/personalities";

    private final Addresses addresses;
    private final Screen screen;
    private final Visitor visitor;
    private String personality = "";
    private String deployment = "";
    private int deploymentsBefore;

    MainJob(Addresses addresses, Screen screen) {
        this.addresses = addresses;
        this.screen = screen;
        this.visitor = new Visitor(addresses.publicUrl());
    }

    /** Runs all steps, prints each with its time, and stops at the first that fails. */
    boolean run() throws InterruptedException {
        screen.line("");
        return step("browse the catalogue", this::browse) && step("find a personality", this::find)
                && step("sign in with Discord", this::signIn) && step("chat with it, token by token", this::chat)
                && step("rate it", this::rate) && step("see the rating in the catalogue", this::ratingArrives)
                && step("choose a server", this::server) && step("deploy it, installing the bot", this::deploy)
                && step("see the deploy count rise", () -> deployCountBecomes(deploymentsBefore + 1))
                && step("undeploy it", this::undeploy)
                && step("see the deploy count fall", () -> deployCountBecomes(deploymentsBefore))
                && step("be refused past the gateway", this::refusedPastTheGateway)
                && step("sign out", this::signOut);
    }

    private boolean step(String name, Callable<String> action) throws InterruptedException {
        var step = screen.begin(name);
        try {
            step.done(action.call());
            return true;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            step.failed(e instanceof CheckFailure ? String.valueOf(e.getMessage()) : e.toString());
            return false;
        }
    }

    private String browse() throws Exception {
        var page = awaiting(() -> visitor.get(PERSONALITIES + "?sort=popular"),
                found -> found.path("total").asInt() >= 40, "at least 40 personalities");
        return page.path("total").asInt() + " personalities, "
                + visitor.get("/api/marketplace/categories").size() + " categories";
    }

    private String find() throws Exception {
        var found = visitor.get(PERSONALITIES + "?search=sherlock").path("items").path(0);
        personality = found.path("id").asString();
        deploymentsBefore = found.path("deployCount").asInt();
        return visitor.get(PERSONALITIES + "/" + found.path("slug").asString()).path("name").asString();
    }

    private String signIn() throws Exception {
        visitor.signIn(SERVER_OWNER);
        return visitor.get("/api/auth/me").path("name").asString();
    }

    private String chat() throws Exception {
        var lines = visitor.stream("/api/marketplace/preview/" + personality + "/chat",
                "{\"message\":\"Hello, who are you?\"}");
        var tokens = lines.entrySet().stream().filter(line -> line.getKey().contains("event:token")
                || line.getKey().contains("event: token")).map(Map.Entry::getValue).toList();
        var done = lines.keySet().stream()
                .anyMatch(line -> line.contains("event:done") || line.contains("event: done"));
        if (tokens.size() < 2 || !done) {
            throw new CheckFailure("The answer was not a stream of tokens: " + lines.keySet());
        }
        return "%d tokens, the first after %d ms, the last after %d ms".formatted(tokens.size(), tokens.getFirst(),
                tokens.getLast());
    }

    private String rate() throws Exception {
        var answer = visitor.post(PERSONALITIES + "/" + personality + "/rate",
                "{\"stars\":5,\"review\":\"Elementary.\"}", 200);
        return answer.path("summary").path("average").asString() + " stars";
    }

    private String ratingArrives() throws Exception {
        var card = awaiting(this::card, found -> found.path("rating").path("count").asInt() == 1, "the rating");
        return card.path("rating").path("average").asString() + " of 1 rating";
    }

    private String server() throws Exception {
        return String.valueOf(moonBase().path("name").asString());
    }

    private JsonNode moonBase() throws Exception {
        return visitor.get("/api/marketplace/discord/servers").path("items").valueStream()
                .filter(server -> SERVER.equals(server.path("name").asString())).findFirst()
                .orElseThrow(() -> new CheckFailure("The server " + SERVER + " is not among the manageable ones"));
    }

    private String deploy() throws Exception {
        var requested = visitor.post(PERSONALITIES + "/" + personality + "/deploy",
                "{\"serverId\":\"%s\"}".formatted(moonBase().path("id").asString()), 202);
        deployment = "/api/marketplace/deployments/" + requested.path("id").asString();
        var waiting = awaiting(() -> visitor.get(deployment), found -> found.has("installUrl"), "an install address");
        visitor.consent(URI.create(waiting.path("installUrl").asString()), SERVER_OWNER);
        return awaiting(() -> visitor.get(deployment), found -> "active".equals(found.path("status").asString()),
                "the status active").path("status").asString();
    }

    private String deployCountBecomes(int count) throws Exception {
        return awaiting(this::card, found -> found.path("deployCount").asInt() == count, "a deploy count of " + count)
                .path("deployCount").asString();
    }

    private String undeploy() throws Exception {
        visitor.delete(deployment);
        return awaiting(() -> visitor.get(deployment), found -> "undeployed".equals(found.path("status").asString()),
                "the status undeployed").path("status").asString();
    }

    private JsonNode card() throws IOException, InterruptedException {
        return visitor.get(PERSONALITIES + "?search=sherlock").path("items").path(0);
    }

    private String refusedPastTheGateway() throws Exception {
        var status = new Visitor(addresses.url(Place.CATALOG)).status("/api/admin/personalities");
        if (status != 401) {
            throw new CheckFailure("catalog-service answered %d".formatted(status));
        }
        return "401";
    }

    private String signOut() throws Exception {
        visitor.post("/api/auth/logout", "", 204);
        return "401".equals(String.valueOf(visitor.status("/api/auth/me"))) ? "" : "but still known";
    }

    private static JsonNode awaiting(Callable<JsonNode> question, java.util.function.Predicate<JsonNode> answer,
            String meaning) throws Exception {
        var deadline = Instant.now().plus(PATIENCE);
        while (true) {
            var found = question.call();
            if (answer.test(found)) {
                return found;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new CheckFailure(
                        "Waited %d s for %s; the last answer was %s".formatted(PATIENCE.toSeconds(), meaning, found));
            }
            Thread.sleep(20);
        }
    }
}
