package dev.personamarket.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import dev.personamarket.launcher.Visitor;
import tools.jackson.databind.JsonNode;

/** Ratings to be given by signed-in people. */
final class Ratings {

    /** One person's rating of one personality. */
    record Rating(Visitor user, String personality) {

        JsonNode send(int stars) throws IOException, InterruptedException {
            return user.post("/api/marketplace/personalities/%s/rate".formatted(personality),
                    "{\"stars\":%d}".formatted(stars), 200);
        }
    }

    private Ratings() {}

    /** Signs so many people in and lets each rate all of a page once, in an order of chance that is the same each time. */
    static List<Rating> plan(int users, long firstUser, String page) throws IOException, InterruptedException {
        var personalities = new Visitor(Marketplace.ADDRESS).get(page).path("items").valueStream()
                .map(card -> card.path("id").asString()).toList();
        var plan = new ArrayList<Rating>();
        for (var i = 0; i < users; i++) {
            var user = new Visitor(Marketplace.ADDRESS);
            user.signIn(String.valueOf(firstUser + i));
            user.get("/api/auth/me");
            personalities.forEach(personality -> plan.add(new Rating(user, personality)));
        }
        Collections.shuffle(plan, new Random(1));
        return plan;
    }
}
