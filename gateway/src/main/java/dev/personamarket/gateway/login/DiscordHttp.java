package dev.personamarket.gateway.login;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;

import dev.personamarket.gateway.site.PublicUrl;
import io.netty.channel.ChannelOption;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** How Discord is called: under our name, with a deadline, and with its bad days told apart from our mistakes. */
@Configuration(proxyBeanMethods = false)
class DiscordHttp {

    private static final int CONNECT_MILLIS = 2_000;
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    /** Discord may block who does not say {@code DiscordBot (url, version)}: its API reference, "User Agent". */
    @Bean
    WebClient discordCalls(WebClient.Builder builder, PublicUrl site) {
        var http = HttpClient.create().option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .responseTimeout(DEADLINE);
        return builder.clientConnector(new ReactorClientHttpConnector(http))
                .defaultHeader(HttpHeaders.USER_AGENT, "DiscordBot (" + site + ", 1.0)")
                .filter(DiscordHttp::tellingBadDaysApart).build();
    }

    /**
     * Without this a 429 looks like a refused sign-in to Spring Security, and a lost connection like a fault of ours.
     * Codes are single-use, so a call is not repeated.
     */
    private static Mono<ClientResponse> tellingBadDaysApart(ClientRequest request, ExchangeFunction next) {
        return next.exchange(request).timeout(DEADLINE)
                .onErrorMap(DiscordHttp::isAway, DiscordAway::because)
                .flatMap(answer -> isBadDay(answer)
                        ? answer.releaseBody().then(Mono.error(() -> DiscordAway.because(answer)))
                        : Mono.just(answer));
    }

    private static boolean isAway(Throwable error) {
        return error instanceof WebClientRequestException || error instanceof TimeoutException
                || error instanceof IOException;
    }

    private static boolean isBadDay(ClientResponse answer) {
        return answer.statusCode().is5xxServerError() || answer.statusCode().isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS);
    }
}
