package dev.personamarket.preview;

import java.net.URI;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.function.client.ClientRequest;

import dev.personamarket.preview.model.ScriptedModel;
import dev.personamarket.simulators.Simulators;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;

/** What the service takes for its model: the simulator, or a server that plays what a test tells it to. */
@TestConfiguration(proxyBeanMethods = false)
public class ModelPeers {

    private static final Simulators SIMULATORS = Simulators.start();
    private static final ScriptedModel SCRIPTED = ScriptedModel.start();
    private static volatile String current = SIMULATORS.modelUrl();

    private final CircuitBreakerRegistry breakers;

    ModelPeers(CircuitBreakerRegistry breakers) {
        this.breakers = breakers;
    }

    @Bean
    static WebClientCustomizer sendsToTheCurrentPeer() {
        return client -> client.filter((request, next) -> next.exchange(ClientRequest.from(request)
                .url(URI.create(current + request.url().getPath().replaceFirst("^/v1", ""))).build()));
    }

    /** The simulator, without faults, and circuit breakers that have seen nothing. */
    public Simulators simulator() {
        current = SIMULATORS.modelUrl();
        SIMULATORS.reset();
        breakers.circuitBreaker("model").reset();
        breakers.circuitBreaker("moderation").reset();
        return SIMULATORS;
    }

    /** The scripted server from now on. */
    public ScriptedModel scripted() {
        simulator();
        current = SCRIPTED.baseUrl();
        SCRIPTED.reset();
        return SCRIPTED;
    }
}
