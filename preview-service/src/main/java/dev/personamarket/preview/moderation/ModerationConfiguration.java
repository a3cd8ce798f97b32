package dev.personamarket.preview.moderation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.common.circuitbreaker.configuration.CircuitBreakerConfigCustomizer;
import io.micrometer.core.instrument.MeterRegistry;

@Configuration(proxyBeanMethods = false)
class ModerationConfiguration {

    private static final String MODERATION = "moderation";

    @Bean
    Moderator moderator(WebClient modelClient, CircuitBreakerRegistry breakers, ModerationProperties properties,
            MeterRegistry meters) {
        var endpoint = new OpenAiModeration(modelClient, properties, breakers.circuitBreaker(MODERATION));
        var words = WordList.read(new ClassPathResource("moderation/words.txt"));
        return new Moderator(new Judge(endpoint, words, properties), properties, meters);
    }

    @Bean
    CircuitBreakerConfigCustomizer moderationFailures() {
        return CircuitBreakerConfigCustomizer.of(MODERATION, breaker -> breaker.ignoreException(
                error -> error instanceof ModerationException failure && failure.isMissing()));
    }
}
