package dev.personamarket.testing;

import java.util.Collection;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * What every service is held to. A service extends this by a test class in its root package, which runs the whole
 * service on {@link RealEngines}; its name is {@code spring.application.name}.
 */
public abstract class ServiceContract {

    private static final String LISTENING = "dev.personamarket.defaults.listening.";

    @Autowired
    private ApplicationContext service;

    @Test
    void sendsAndReadsWhatTheEventContractsSay() {
        EventContracts.of(name(), getClass().getPackageName()).verify(beans("Subscription"), beans("Broadcast"));
    }

    @Test
    void setsItsTopicsUpAsTheEventContractsSay() {
        TopicContracts.verify(name(), TestEngines.running().bootstrapServers());
    }

    @Test
    void answersAsItsOpenApiDocumentSays(@Autowired WebTestClient client) {
        OpenApiContract.verify(client, name());
    }

    @Test
    void keepsToTheArchitecture() {
        ArchitectureRules.check(getClass().getPackageName());
    }

    private Collection<?> beans(String type) {
        return service.getBeansOfType(Reflected.type(LISTENING + type)).values();
    }

    private String name() {
        return service.getEnvironment().getRequiredProperty("spring.application.name");
    }
}
