package dev.personamarket.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import dev.personamarket.gateway.session.DiscordAccount;
import dev.personamarket.gateway.session.Sessions;
import dev.personamarket.gateway.session.SignedIn;

/**
 * Somebody's browser at an address of its own: keeps cookies, echoes the CSRF token, follows no redirect unasked.
 */
public final class Browser {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AtomicInteger ADDRESSES = new AtomicInteger();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER).build();

    private String gateway;
    private Sessions sessions;
    private final Map<String, String> cookies = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();

    Browser(String gateway, Sessions sessions) {
        this.gateway = gateway;
        this.sessions = sessions;
        var number = ADDRESSES.incrementAndGet();
        headers.put("X-Forwarded-For", "10.1." + number / 250 + "." + (number % 250 + 1));
    }

    /** Signed in without the way through Discord, with a token that still lasts. */
    public SignedIn isSignedInAs(String discordId) {
        return isSignedInAs(discordId, Instant.now().plus(Duration.ofDays(7)));
    }

    public SignedIn isSignedInAs(String discordId, Instant tokenExpires) {
        var account = new DiscordAccount(discordId, "a1b2c3", "access-token-of-" + discordId,
                "refresh-token-of-" + discordId, Set.of("identify", "guilds"), tokenExpires);
        return isSignedInAs(new SignedIn(UUID.nameUUIDFromBytes(discordId.getBytes()), "Name of " + discordId, account,
                Instant.now()));
    }

    public SignedIn isSignedInAs(SignedIn person) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
        sessions.open(exchange, person).block(PATIENCE);
        exchange.getResponse().getCookies().toSingleValueMap()
                .forEach((name, cookie) -> cookies.put(name, cookie.getValue()));
        return person;
    }

    /** The session, as it would have become by itself in time. */
    public void sessionBecomes(UnaryOperator<SignedIn> change) {
        var exchange = MockServerWebExchange.from(
                MockServerHttpRequest.get("/")
                        .cookie(new org.springframework.http.HttpCookie("session", cookies.get("session"))));
        sessions.current(exchange).flatMap(person -> sessions.update(exchange, change.apply(person))).block(PATIENCE);
    }

    /** The way from here on leads to another gateway of the same site. */
    public Browser at(AnotherGateway other) {
        gateway = other.url();
        sessions = other.bean(Sessions.class);
        return this;
    }

    /** A second window on the same cookies. */
    public Browser twin() {
        var twin = new Browser(gateway, sessions);
        twin.cookies.putAll(cookies);
        return twin;
    }

    public Browser with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Browser withCookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    public @Nullable String cookie(String name) {
        return cookies.get(name);
    }

    public void forgetCookie(String name) {
        cookies.remove(name);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, String json) {
        return send("POST", path, json);
    }

    public Answer send(String method, String path, @Nullable String json) {
        return new Answer(exchange(request(method, path, json), BodyHandlers.ofString()));
    }

    /** The answer's body as it flows. */
    public <T> HttpResponse<T> stream(String path, String json, BodyHandler<T> body) {
        return exchange(request("POST", path, json), body);
    }

    /** What is told under a path, as it flows. */
    public <T> HttpResponse<T> listen(String path, BodyHandler<T> body) {
        return exchange(request("GET", path, null), body);
    }

    /** Any request at all; only the cookies and headers are ours. */
    public Answer send(HttpRequest.Builder request) {
        return new Answer(exchange(prepared(request), BodyHandlers.ofString()));
    }

    /**
     * Sends bytes as they are, for what no HTTP client would send, and returns all that comes back.
     *
     * @param request where {@code %s} stands, this browser's headers go
     */
    public String raw(String request) {
        try (var socket = sent(request)) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends so much and is gone. */
    public void hangsUpAfter(String request) {
        hangsUpAfter(request, () -> {});
    }

    /** Sends so much, waits for something to happen, and is gone. */
    public void hangsUpAfter(String request, Runnable something) {
        try (var socket = sent(request)) {
            something.run();
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Socket sent(String request) throws IOException {
        var target = URI.create(gateway);
        var own = new StringBuilder(cookieHeader().isEmpty() ? "" : "Cookie: " + cookieHeader() + "\r\n");
        headers.forEach((name, value) -> own.append(name).append(": ").append(value).append("\r\n"));
        var socket = new Socket(target.getHost(), target.getPort());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.getOutputStream().write(request.replace("%s", own).getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private String cookieHeader() {
        return cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    public URI uri(String path) {
        return URI.create(path.startsWith("http") ? path : gateway + path);
    }

    private HttpRequest request(String method, String path, @Nullable String json) {
        var request = HttpRequest.newBuilder(uri(path)).method(method,
                json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        var csrf = cookies.get("XSRF-TOKEN");
        if (csrf != null) {
            request.setHeader("X-XSRF-TOKEN", csrf);
        }
        return prepared(request);
    }

    private HttpRequest prepared(HttpRequest.Builder request) {
        headers.forEach(request::setHeader);
        if (!cookies.isEmpty()) {
            request.setHeader("Cookie", cookieHeader());
        }
        return request.timeout(PATIENCE).build();
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, BodyHandler<T> body) {
        try {
            var response = HTTP.send(request, body);
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String setCookie) {
        var cookie = HttpCookie.parse(setCookie.replaceAll("(?i);\\s*SameSite=\\w+", "")).getFirst();
        if (cookie.getMaxAge() == 0) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie.getValue());
        }
    }
}
