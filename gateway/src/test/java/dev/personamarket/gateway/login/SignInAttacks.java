package dev.personamarket.gateway.login;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.personamarket.sealing.Seal;
import dev.personamarket.gateway.testing.Answer;
import dev.personamarket.gateway.testing.Browser;
import dev.personamarket.gateway.testing.SigningIn;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static dev.personamarket.gateway.testing.Neighbours.DISCORD;

/** What is done to the way through Discord. Mia attacks, Sam is the victim; {@code seal} is what an attacker does not have. */
final class SignInAttacks {

    static final String SAM = "2000000000000000002";
    static final String MIA = "2000000000000000003";
    static final String SESSION = "__Host-session";
    static final String ATTEMPT = "__Host-login";
    private static final JsonMapper JSON = new JsonMapper();

    private final Seal seal;

    SignInAttacks(Seal seal) {
        this.seal = seal;
    }

    Stream<Attack> all() {
        return Stream.of(state(), attempts(), proof(), replay(), answers(), methods())
                .flatMap(List::stream);
    }

    private List<Attack> state() {
        return List.of(
                answer("state: none", "foreign", signingIn -> signingIn.without("state")),
                answer("state: empty", "foreign", signingIn -> signingIn.replace("state", "")),
                answer("state: guessed", "foreign", signingIn -> signingIn.replace("state", "guessed")),
                answer("state: the right one, and another", "foreign", signingIn -> signingIn.add("state", "guessed")),
                answer("state: the right one twice", "foreign",
                        signingIn -> signingIn.add("state", signingIn.told("state"))),
                answer("state: another, and the right one", "foreign", signingIn -> {
                    var right = signingIn.told("state");
                    return signingIn.replace("state", "guessed").add("state", right);
                }),
                answer("state: cut short", "foreign",
                        signingIn -> signingIn.replace("state", signingIn.told("state").substring(0, 20))),
                answer("state: in capitals", "foreign",
                        signingIn -> signingIn.replace("state", signingIn.told("state").toUpperCase())),
                answer("state: huge", "foreign", signingIn -> signingIn.replace("state", "a".repeat(6_000))),
                answer("state: larger than any line", "414",
                        signingIn -> signingIn.replace("state", "a".repeat(20_000))),
                answer("state: with a line break", "foreign",
                        signingIn -> signingIn.replace("state", signingIn.told("state") + "\r\nSet-Cookie: a=b")),
                answer("state: with a null", "foreign",
                        signingIn -> signingIn.replace("state", signingIn.told("state") + "\0")));
    }

    private List<Attack> attempts() {
        return List.of(
                new Attack("attempt: another browser's, whose answer a visitor is led to", "foreign",
                        (victim, attacker) -> led(victim, begin(attacker).agree(MIA))),
                new Attack("attempt: another browser's, while one's own goes on", "foreign", (victim, attacker) -> {
                    begin(victim);
                    return led(victim, begin(attacker).agree(MIA));
                }),
                new Attack("attempt: an older one of this browser", "foreign", (victim, attacker) -> {
                    var older = begin(victim).agree(SAM);
                    begin(victim);
                    return older::arrive;
                }),
                new Attack("attempt: gone from the browser", "foreign", (victim, attacker) -> {
                    var signingIn = begin(victim).agree(SAM);
                    victim.forgetCookie(ATTEMPT);
                    return signingIn::arrive;
                }),
                attempt("attempt: ten minutes old", "expired",
                        cookie -> reseal(cookie, "ends", Instant.now().minusSeconds(1).toString())),
                attempt("attempt: with another state", "foreign", cookie -> reseal(cookie, "state", "guessed")),
                attempt("attempt: a character changed", "foreign",
                        cookie -> cookie.substring(0, 40) + (cookie.charAt(40) == 'A' ? 'B' : 'A')
                                + cookie.substring(41)),
                attempt("attempt: cut short", "foreign", cookie -> cookie.substring(0, cookie.length() - 4)),
                attempt("attempt: under a key that there is not", "foreign",
                        cookie -> "00000000" + cookie.substring(cookie.indexOf('.'))),
                attempt("attempt: in clear text", "foreign", cookie -> opened(cookie).replace("\"", "'")),
                attempt("attempt: sealed for another purpose", "foreign",
                        cookie -> seal.seal("session.v2", opened(cookie))),
                new Attack("attempt: a session's cookie in its place", "foreign", (victim, attacker) -> {
                    signIn(attacker, MIA);
                    var signingIn = begin(victim).agree(SAM);
                    victim.withCookie(ATTEMPT, String.valueOf(attacker.cookie(SESSION)));
                    return signingIn::arrive;
                }));
    }

    private List<Attack> proof() {
        return List.of(
                new Attack("proof: the victim's code in the attacker's attempt", "foreign", (victim, attacker) -> {
                    var stolen = begin(victim).agree(SAM).told("code");
                    return begin(attacker).agree(MIA).replace("code", stolen)::arrive;
                }),
                new Attack("proof: the attacker's code in the victim's attempt", "foreign", (victim, attacker) -> {
                    var planted = begin(attacker).agree(MIA).told("code");
                    return begin(victim).agree(SAM).replace("code", planted)::arrive;
                }),
                new Attack("proof: the verifier of another attempt", "foreign", (victim, attacker) -> {
                    begin(attacker);
                    var signingIn = begin(victim).agree(SAM);
                    victim.withCookie(ATTEMPT, reseal(String.valueOf(victim.cookie(ATTEMPT)), "verifier",
                            verifier(String.valueOf(attacker.cookie(ATTEMPT)))));
                    return signingIn::arrive;
                }),
                new Attack("proof: a code that was asked for at another address", "used", (victim, attacker) -> {
                    var elsewhere = begin(attacker).replace("redirect_uri", "https://localhost/elsewhere").agree(MIA)
                            .told("code");
                    return begin(attacker).agree(MIA).replace("code", elsewhere)::arrive;
                }));
    }

    private List<Attack> replay() {
        return List.of(
                new Attack("replay: the same answer again", "used", (victim, attacker) -> arrived(victim)::arrive),
                new Attack("replay: the same answer and its attempt again", "used", (victim, attacker) -> {
                    var signingIn = begin(victim).agree(SAM);
                    var attempt = String.valueOf(victim.cookie(ATTEMPT));
                    signingIn.arrive().hasStatus(302);
                    victim.withCookie(ATTEMPT, attempt);
                    return signingIn::arrive;
                }),
                new Attack("replay: by somebody who saw the address", "used",
                        (victim, attacker) -> led(attacker, arrived(victim))),
                new Attack("replay: after signing out", "used", (victim, attacker) -> {
                    var signingIn = arrived(victim);
                    victim.send("POST", "/api/auth/logout", null).hasStatus(204);
                    return signingIn::arrive;
                }),
                new Attack("replay: the code in a new attempt", "used", (victim, attacker) -> {
                    var code = arrived(victim).told("code");
                    return begin(attacker).agree(MIA).replace("code", code)::arrive;
                }),
                new Attack("replay: a code after a refusal", "used", (victim, attacker) -> {
                    var signingIn = begin(victim);
                    var attempt = String.valueOf(victim.cookie(ATTEMPT));
                    var state = signingIn.told("state");
                    signingIn.refuse(SAM).arrive().hasStatus(302);
                    victim.withCookie(ATTEMPT, attempt);
                    return begin(attacker).agree(MIA).replace("state", state).by(victim)::arrive;
                }));
    }

    private List<Attack> answers() {
        return List.of(
                answer("answer: an empty code", "foreign", signingIn -> signingIn.replace("code", "")),
                answer("answer: no code", "foreign", signingIn -> signingIn.without("code")),
                answer("answer: an invented code", "used", signingIn -> signingIn.replace("code", "invented")),
                answer("answer: two codes", "foreign", signingIn -> signingIn.add("code", "another")),
                answer("answer: a code and an error", "foreign", signingIn -> signingIn.add("error", "access_denied")),
                answer("answer: an error that forges a line of the log", "foreign",
                        signingIn -> signingIn.without("code").add("error", "x\nINFO Mia signed in")),
                answer("answer: a description that forges a header", "denied", signingIn -> signingIn.without("code")
                        .add("error", "access_denied").add("error_description", "x\r\nSet-Cookie: " + SESSION + "=y")),
                answer("answer: of another issuer", "foreign", signingIn -> signingIn.add("iss", "https://evil.org")),
                answer("answer: of no issuer", "foreign", signingIn -> signingIn.add("iss", "")),
                answer("answer: of two issuers", "foreign", signingIn -> signingIn.add("iss", DISCORD.discordUrl())
                        .add("iss", "https://evil.org")),
                answer("answer: of an issuer that looks like ours", "foreign",
                        signingIn -> signingIn.add("iss", DISCORD.discordUrl() + ".evil.org")),
                new Attack("answer: nothing at all", "foreign",
                        (victim, attacker) -> () -> victim.get("/api/auth/discord/callback")));
    }

    private List<Attack> methods() {
        return List.of(
                called("HEAD", "", "404"), called("POST", "", "404"), called("PUT", "", "404"),
                called("OPTIONS", "", "404"), called("GET", "/", "404"), called("GET", ";x=y", "400"),
                called("GET", "%2f", "400"), called("GET", "/../callback", "400"));
    }

    /** Sam agrees, and the answer is changed on its way. */
    private static Attack answer(String name, String told, UnaryOperator<SigningIn> change) {
        return new Attack(name, told, (victim, attacker) -> change.apply(begin(victim).agree(SAM))::arrive);
    }

    /** Sam agrees, and the cookie of the attempt is changed meanwhile. */
    private static Attack attempt(String name, String told, UnaryOperator<String> change) {
        return new Attack(name, told, (victim, attacker) -> {
            var signingIn = begin(victim).agree(SAM);
            victim.withCookie(ATTEMPT, change.apply(String.valueOf(victim.cookie(ATTEMPT))));
            return signingIn::arrive;
        });
    }

    /** A right answer in a wrong way. */
    private static Attack called(String method, String after, String told) {
        return new Attack("method: " + method + " …/callback" + after, told, (victim, attacker) -> {
            var query = begin(victim).agree(SAM).callback().split("\\?")[1];
            return () -> victim.send(method, "/api/auth/discord/callback" + after + "?" + query, null);
        });
    }

    static SigningIn begin(Browser browser) {
        return SigningIn.begin(browser, "");
    }

    private static SigningIn arrived(Browser browser) {
        var signingIn = begin(browser).agree(SAM);
        signingIn.arrive().hasStatus(302);
        return signingIn;
    }

    static void signIn(Browser browser, String person) {
        begin(browser).agree(person).arrive().hasStatus(302);
        browser.get("/api/auth/me").hasStatus(200);
    }

    static Supplier<Answer> led(Browser browser, SigningIn signingIn) {
        return signingIn.by(browser)::arrive;
    }

    private String reseal(String cookie, String member, String value) {
        return seal.seal("login.v1", ((ObjectNode) JSON.readTree(opened(cookie))).put(member, value).toString());
    }

    private String verifier(String cookie) {
        return JSON.readTree(opened(cookie)).path("verifier").asString();
    }

    private String opened(String cookie) {
        return seal.open("login.v1", cookie).orElseThrow();
    }
}
