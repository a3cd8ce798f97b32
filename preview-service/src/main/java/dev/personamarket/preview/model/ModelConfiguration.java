package dev.personamarket.preview.model;

import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.common.circuitbreaker.configuration.CircuitBreakerConfigCustomizer;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelOption;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ModelConfiguration {

    private static final String MODEL = "model";

    /** Connections of its own, so that a model that hangs takes nobody else's. */
    @Bean(destroyMethod = "dispose")
    ConnectionProvider modelConnections(ModelProperties properties) {
        return ConnectionProvider.builder(MODEL).maxConnections(properties.connections())
                .pendingAcquireTimeout(properties.connectDeadline()).maxIdleTime(Duration.ofSeconds(30)).lifo()
                .evictInBackground(Duration.ofSeconds(10)).metrics(true).build();
    }

    /** Calls the model's server, whatever for. */
    @Bean
    WebClient modelClient(WebClient.Builder clients, ConnectionProvider modelConnections, ModelProperties properties) {
        var http = HttpClient.create(modelConnections).option(ChannelOption.CONNECT_TIMEOUT_MILLIS,
                Math.toIntExact(properties.connectDeadline().toMillis()));
        return clients.baseUrl(properties.baseUrl().toString().replaceAll("/+$", ""))
                .defaultHeaders(headers -> headers.setBearerAuth(properties.apiKey().value()))
                .clientConnector(new ReactorClientHttpConnector(http)).build();
    }

    @Bean
    LanguageModel languageModel(WebClient modelClient, JsonMapper json, ModelProperties properties,
            CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads, MeterRegistry meters) {
        return new MeteredModel(new GuardedModel(new OpenAiModel(modelClient, json, properties), properties,
                breakers.circuitBreaker(MODEL), bulkheads.bulkhead(MODEL)), meters);
    }

    @Bean
    CircuitBreakerConfigCustomizer modelFailures() {
        return CircuitBreakerConfigCustomizer.of(MODEL, breaker -> breaker
                .ignoreException(error -> error instanceof ModelException fault && !fault.fault().counts()));
    }
}
