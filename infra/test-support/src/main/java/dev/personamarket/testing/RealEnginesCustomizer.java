package dev.personamarket.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** Points an application context at the engines. A record, so that equal wishes share one cached context. */
record RealEnginesCustomizer(boolean postgres, boolean kafka) implements ContextCustomizer {

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        var engines = TestEngines.running();
        var identity = TestIdentity.running();
        var properties = new HashMap<String, String>();
        properties.put("marketplace.identity.jwks-uri", identity.jwksUri().toString());
        properties.put("management.server.port", "0");
        if (postgres) {
            properties.putAll(database(engines));
        }
        if (kafka) {
            properties.put("spring.kafka.bootstrap-servers", engines.bootstrapServers());
            properties.put("marketplace.listening.group-suffix", "-" + UUID.randomUUID());
            context.getBeanFactory().registerSingleton("testKafka", TestKafka.running());
        }
        TestPropertyValues.of(properties).applyTo(context);
        context.getBeanFactory().registerSingleton("testIdentity", identity);
        context.getBeanFactory().registerSingleton("testEngines", engines);
    }

    private static Map<String, String> database(TestEngines engines) {
        var server = engines.postgres();
        var name = server.createDatabase();
        return Map.of("spring.r2dbc.url", "r2dbc:postgresql://%s:%d/%s".formatted(server.host(), server.port(), name),
                "spring.r2dbc.username", server.user(), "spring.r2dbc.password", server.password());
    }
}
