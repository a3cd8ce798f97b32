package dev.personamarket.gateway.login;

import java.util.function.BiFunction;
import java.util.function.Supplier;

import dev.personamarket.gateway.testing.Answer;
import dev.personamarket.gateway.testing.Browser;

/**
 * Something done to the sign-in by who should not succeed.
 *
 * @param told  {@code login=<code>} that the browser is sent home with, or the status
 * @param plan  what comes before, done at once, and the blow itself, done later
 */
record Attack(String name, String told, BiFunction<Browser, Browser, Supplier<Answer>> plan) {

    @Override
    public String toString() {
        return name + " → " + told;
    }
}
