package dev.personamarket.simulators.discord.limits;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.personamarket.simulators.discord.DiscordSettings;
import dev.personamarket.simulators.discord.DiscordSettings.Limit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which limit a request falls under, and whom it counts against. */
@Component
class Rules {

    private final List<Rule> rules;
    private final Limit others;

    Rules(DiscordSettings settings) {
        this.rules = settings.limits().stream()
                .map(limit -> new Rule(PathPatternParser.defaultInstance.parse(limit.path()), limit)).toList();
        this.others = new Limit("*", "*", settings.requestsPerSecond(), Duration.ofSeconds(1));
    }

    Limit limitOf(ServerHttpRequest request) {
        return ruleOf(request).map(Rule::limit).orElse(others);
    }

    /** What Discord calls a bucket: the same for all requests of one kind. */
    String bucketOf(ServerHttpRequest request) {
        String kind = ruleOf(request).map(rule -> rule.limit().path())
                .orElseGet(() -> request.getPath().value().replaceAll("/\\d+", "/{id}"));
        return DigestUtils.md5DigestAsHex((request.getMethod() + " " + kind).getBytes());
    }

    /** Bucket, token and top-level resource: channel, guild, or webhook with its token. */
    String keyOf(ServerHttpRequest request) {
        String token = Optional.ofNullable(request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION)).orElse("");
        return String.join(" ", bucketOf(request), token, topLevelResource(request.getPath().pathWithinApplication()));
    }

    /** {@code /api/v10/webhooks/1/token/…} gives {@code 1/token}, {@code /api/v10/guilds/2/…} gives {@code 2}. */
    private static String topLevelResource(PathContainer path) {
        var segments = path.value().split("/");
        boolean webhook = segments.length > 5 && (segments[3].equals("webhooks") || segments[3].equals("interactions"));
        return segments.length <= 4 ? "" : webhook ? segments[4] + "/" + segments[5] : segments[4];
    }

    private Optional<Rule> ruleOf(ServerHttpRequest request) {
        var path = request.getPath().pathWithinApplication();
        return rules.stream().filter(rule -> rule.limit().method().equals(request.getMethod().name()))
                .filter(rule -> rule.pattern().matches(path)).findFirst();
    }

    private record Rule(PathPattern pattern, Limit limit) {}
}
