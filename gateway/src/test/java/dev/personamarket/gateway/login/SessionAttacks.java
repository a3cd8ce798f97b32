package dev.personamarket.gateway.login;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.personamarket.gateway.testing.Answer;
import dev.personamarket.gateway.testing.Browser;

import static dev.personamarket.gateway.login.SignInAttacks.ATTEMPT;
import static dev.personamarket.gateway.login.SignInAttacks.MIA;
import static dev.personamarket.gateway.login.SignInAttacks.SAM;
import static dev.personamarket.gateway.login.SignInAttacks.SESSION;
import static dev.personamarket.gateway.login.SignInAttacks.begin;
import static dev.personamarket.gateway.login.SignInAttacks.led;
import static dev.personamarket.gateway.login.SignInAttacks.signIn;

/** What is done to a session, or for one: fixation, and requests forged by foreign pages. */
final class SessionAttacks {

    private static final String CSRF = "XSRF-TOKEN";
    private static final String LOGOUT = "/api/auth/logout";

    private SessionAttacks() {}

    static Stream<Attack> all() {
        return Stream.of(fixation(), csrf()).flatMap(List::stream);
    }

    private static List<Attack> fixation() {
        return List.of(
                new Attack("fixation: a planted session id", "401", (victim, attacker) -> {
                    victim.withCookie(SESSION, "planted");
                    signIn(victim, SAM);
                    return () -> attacker.withCookie(SESSION, "planted").get("/api/auth/me");
                }),
                new Attack("fixation: the attacker's own session planted", "401", (victim, attacker) -> {
                    signIn(attacker, MIA);
                    victim.withCookie(SESSION, String.valueOf(attacker.cookie(SESSION)));
                    signIn(victim, SAM);
                    return () -> attacker.get("/api/auth/me");
                }),
                new Attack("fixation: a session planted by a sibling domain", "401", (victim, attacker) -> {
                    signIn(attacker, MIA);
                    victim.withCookie("session", String.valueOf(attacker.cookie(SESSION)));
                    return () -> victim.get("/api/auth/me");
                }),
                new Attack("fixation: an attempt planted by a sibling domain", "foreign", (victim, attacker) -> {
                    var signingIn = begin(attacker).agree(MIA);
                    victim.withCookie("login", String.valueOf(attacker.cookie(ATTEMPT)));
                    return led(victim, signingIn);
                }),
                new Attack("fixation: a session id in the address", "401", (victim, attacker) -> {
                    signIn(victim, SAM);
                    return () -> attacker.get("/api/auth/me?session=" + victim.cookie(SESSION) + "&" + SESSION + "="
                            + victim.cookie(SESSION));
                }),
                new Attack("fixation: a session id in a header", "401", (victim, attacker) -> {
                    signIn(victim, SAM);
                    return () -> attacker.with("Authorization", "Bearer " + victim.cookie(SESSION))
                            .with("X-Session", String.valueOf(victim.cookie(SESSION))).get("/api/auth/me");
                }),
                new Attack("fixation: the session from before signing in again", "401", (victim, attacker) -> {
                    signIn(victim, SAM);
                    attacker.withCookie(SESSION, String.valueOf(victim.cookie(SESSION)));
                    signIn(victim, SAM);
                    return () -> attacker.get("/api/auth/me");
                }));
    }

    private static List<Attack> csrf() {
        return List.of(
                forged("csrf: no token", "403", victim -> signOut(victim)),
                forged("csrf: the cookie alone, as a foreign page has it", "403", victim -> {
                    victim.get("/api/auth/me").hasStatus(200); // sets it again
                    return victim.send(HttpRequest.newBuilder(victim.uri(LOGOUT)).POST(BodyPublishers.noBody()));
                }),
                forged("csrf: a header of the attacker's making", "403",
                        victim -> signOut(victim.with("X-XSRF-TOKEN", "made-up"))),
                forged("csrf: an empty header", "403", victim -> signOut(victim.with("X-XSRF-TOKEN", ""))),
                forged("csrf: a planted cookie and its header", "403",
                        victim -> signOut(victim.withCookie(CSRF, "planted"))),
                new Attack("csrf: the token of another's session", "403", (victim, attacker) -> {
                    signIn(attacker, MIA);
                    signIn(victim, SAM);
                    return () -> signOut(victim.withCookie(CSRF, String.valueOf(attacker.cookie(CSRF))));
                }),
                forged("csrf: the session id as a token", "403",
                        victim -> signOut(victim.withCookie(CSRF, String.valueOf(victim.cookie(SESSION))))),
                forged("csrf: a token in the address", "403",
                        victim -> victim.send("POST", LOGOUT + "?_csrf=x&X-XSRF-TOKEN=x", null)),
                forged("csrf: a form of a foreign page", "403",
                        victim -> form(victim, "application/x-www-form-urlencoded", "_csrf=x")),
                forged("csrf: a form in plain text", "403",
                        victim -> form(victim, "text/plain", "{\"a\":\"=\"}")),
                forged("csrf: a form in parts", "403",
                        victim -> form(victim, "multipart/form-data; boundary=b", "--b--\r\n")),
                forged("csrf: a POST that says it is a GET", "403",
                        victim -> signOut(victim.with("X-HTTP-Method-Override", "GET"))),
                forged("csrf: a GET that says it is a POST", "405",
                        victim -> victim.with("X-HTTP-Method-Override", "POST").get(LOGOUT + "?_method=POST")),
                forged("csrf: an image's address", "405", victim -> victim.get(LOGOUT)),
                forged("csrf: a HEAD", "405", victim -> victim.send("HEAD", LOGOUT, null)),
                forged("csrf: the address of what is signed, and up again", "400",
                        victim -> victim.send("POST", "/api/discord/interactions/../../auth/logout", null)),
                forged("csrf: the address of what is signed, with more to it", "403",
                        victim -> victim.send("POST", "/api/discord/interactions/x", null)));
    }

    /** Sam is signed in, and Sam's browser is made to do something. */
    private static Attack forged(String name, String told, Function<Browser, Answer> blow) {
        return new Attack(name, told, (victim, attacker) -> {
            signIn(victim, SAM);
            victim.forgetCookie(CSRF);
            return () -> blow.apply(victim);
        });
    }

    private static Answer signOut(Browser browser) {
        return browser.send("POST", LOGOUT, null);
    }

    private static Answer form(Browser browser, String type, String body) {
        return browser.send(HttpRequest.newBuilder(browser.uri(LOGOUT)).header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }
}
