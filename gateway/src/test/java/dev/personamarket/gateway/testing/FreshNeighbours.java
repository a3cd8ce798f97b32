package dev.personamarket.gateway.testing;

import java.util.Objects;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

import dev.personamarket.gateway.session.Sessions;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;

/** Forgets what tests before have done to the neighbours, and hands a test as many {@link Browser}s as it asks for. */
final class FreshNeighbours implements BeforeEachCallback, ParameterResolver {

    @Override
    public void beforeEach(ExtensionContext test) {
        Neighbours.SERVICES.forEach(FakeService::reset);
        Neighbours.DISCORD.reset();
        SpringExtension.getApplicationContext(test).getBean(CircuitBreakerRegistry.class).getAllCircuitBreakers()
                .forEach(CircuitBreaker::reset);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var gateway = (ReactiveWebServerApplicationContext) SpringExtension.getApplicationContext(test);
        var server = Objects.requireNonNull(gateway.getWebServer());
        return new Browser("http://localhost:" + server.getPort(), gateway.getBean(Sessions.class));
    }
}
