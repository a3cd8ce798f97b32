package dev.personamarket.launcher;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser without a window: cookies, redirects followed by hand, the CSRF token echoed. */
public final class Visitor {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ECHO = "X-XSRF-TOKEN";

    private final String site;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(Duration.ofSeconds(5)).build();

    /** A visitor of the site at this address, such as {@code http://localhost:8080}, with no cookies yet. */
    public Visitor(String site) {
        this.site = site;
    }

    /** Signs in through the simulated Discord as the person with this id. */
    public void signIn(String person) throws IOException, InterruptedException {
        consent(redirect(URI.create(site + "/api/auth/discord?returnTo=/")), person);
    }

    /** Agrees on the simulated consent page as this person, and goes where that leads if it is on this site. */
    public void consent(URI page, String person) throws IOException, InterruptedException {
        var form = query(page);
        form.put("person_id", person);
        var back = redirect(URI.create(page.toString().split("\\?", 2)[0]), form);
        if (back.toString().startsWith(site)) {
            redirect(back);
        }
    }

    private static Map<String, String> query(URI address) {
        return Stream.of(address.getRawQuery().split("&")).map(field -> field.split("=", 2)).collect(Collectors.toMap(
                field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8),
                (first, _) -> first, TreeMap::new));
    }

    /** The JSON of a path that answers 200. */
    public JsonNode get(String path) throws IOException, InterruptedException {
        return json(send(request(path).GET()), 200);
    }

    /** The JSON of the answer to a JSON body, which must have this status; an answer without a body is a missing node. */
    public JsonNode post(String path, String body, int expectedStatus) throws IOException, InterruptedException {
        return json(posted(path, body), expectedStatus);
    }

    /** The status of the answer to a JSON body. */
    public int status(String path, String body) throws IOException, InterruptedException {
        return posted(path, body).statusCode();
    }

    private HttpResponse<String> posted(String path, String body) throws IOException, InterruptedException {
        return send(unsafe(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    void delete(String path) throws IOException, InterruptedException {
        var response = send(unsafe(path).DELETE());
        if (response.statusCode() / 100 != 2) {
            throw new CheckFailure("DELETE %s answered %d: %s".formatted(path, response.statusCode(), response.body()));
        }
    }

    /** Posts and returns the lines of the answer, each with the milliseconds after which it came. */
    Map<String, Long> stream(String path, String body) throws IOException, InterruptedException {
        var begin = System.nanoTime();
        var response = http.send(unsafe(path).header("Content-Type", "application/json")
                .header("Accept", "text/event-stream").POST(BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofLines());
        if (response.statusCode() != 200) {
            throw new CheckFailure("POST %s answered %d".formatted(path, response.statusCode()));
        }
        var numbered = new int[1];
        try (var lines = response.body()) {
            return lines.filter(line -> !line.isBlank()).collect(Collectors.toMap(
                    line -> "%04d %s".formatted(numbered[0]++, line), _ -> (System.nanoTime() - begin) / 1_000_000,
                    (first, _) -> first, TreeMap::new));
        }
    }

    /** Asks for an address and returns where the answer leads. */
    URI redirect(URI address) throws IOException, InterruptedException {
        return location(address, send(request(address).GET()));
    }

    /** Posts a form and returns where the answer leads. */
    URI redirect(URI address, Map<String, String> form) throws IOException, InterruptedException {
        var body = form.entrySet().stream().map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return location(address, send(request(address).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))));
    }

    int status(String path) throws IOException, InterruptedException {
        return send(request(path).GET()).statusCode();
    }

    private static URI location(URI address, HttpResponse<String> response) {
        return response.headers().firstValue("Location").map(address::resolve).orElseThrow(() -> new CheckFailure(
                "%s answered %d without a redirect: %s".formatted(address, response.statusCode(), response.body())));
    }

    private static JsonNode json(HttpResponse<String> response, int expectedStatus) {
        if (response.statusCode() != expectedStatus) {
            throw new CheckFailure("%s %s answered %d instead of %d: %s".formatted(response.request().method(),
                    response.uri().getPath(), response.statusCode(), expectedStatus, response.body()));
        }
        return JSON.readTree(response.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** What makes a request of any other client this visitor's: all cookies, and the token that is echoed. */
    public Map<String, String> headers() {
        var headers = new TreeMap<>(Map.of("Cookie", cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue()).collect(Collectors.joining("; "))));
        token().ifPresent(token -> headers.put(ECHO, token));
        return headers;
    }

    private Optional<String> token() {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue).findFirst();
    }

    private HttpRequest.Builder unsafe(String path) {
        var request = request(path);
        token().ifPresent(token -> request.header(ECHO, token));
        return request;
    }

    private HttpRequest.Builder request(String path) {
        return request(URI.create(site + path));
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(PATIENCE);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
