package dev.personamarket.simulators.discord.limits;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import dev.personamarket.simulators.discord.DiscordSettings;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses bot calls that do not say <a href="https://discord.com/developers/docs/reference#user-agent">who they are</a>
 * with 403, code 40333. Discord's documentation demands it of every call; threads show it enforced for bots, hence the
 * setting that extends it.
 */
@Component
@Order(10)
class UserAgentFilter implements WebFilter {

    private static final Pattern DISCORD_BOT = Pattern.compile("DiscordBot \\(\\S+, ?\\S+\\).*");
    private static final byte[] REFUSAL = "{\"message\":\"internal network error\",\"code\":40333}"
            .getBytes(StandardCharsets.UTF_8);

    private final boolean strict;

    UserAgentFilter(DiscordSettings settings) {
        this.strict = settings.strictUserAgent();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return isChecked(exchange) && !isGood(exchange) ? refuse(exchange) : chain.filter(exchange);
    }

    private boolean isChecked(ServerWebExchange exchange) {
        String authorization = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return exchange.getRequest().getPath().value().startsWith("/api/")
                && (strict || authorization != null && authorization.startsWith("Bot "));
    }

    private static boolean isGood(ServerWebExchange exchange) {
        String userAgent = exchange.getRequest().getHeaders().getFirst(HttpHeaders.USER_AGENT);
        return userAgent != null && DISCORD_BOT.matcher(userAgent).matches();
    }

    private static Mono<Void> refuse(ServerWebExchange exchange) {
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatus.FORBIDDEN);
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(REFUSAL)));
    }
}
