package dev.personamarket.preview.persona;

import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.personamarket.defaults.Periodically;
import dev.personamarket.defaults.listening.Subscription;

@Configuration(proxyBeanMethods = false)
class PersonaConfiguration {

    /** How long a withdrawn personality can come back in all its versions; later, in the one that is published again. */
    private static final Duration WITHDRAWN_KEPT = Duration.ofDays(30);

    @Bean
    Subscription prompts(Personas personas) {
        return Subscription.to("marketplace.personality-prompts").on(PromptPublished.class, personas::on)
                .on(PromptWithdrawn.class, personas::on);
    }

    @Bean
    PromptCompiler promptCompiler(PromptProperties properties) {
        return new PromptCompiler(properties.contextTokens());
    }

    @Bean
    Periodically forgettingPrompts(Personas personas) {
        return Periodically.every(Duration.ofHours(1), "Forgetting withdrawn prompts",
                () -> personas.forgetWithdrawn(WITHDRAWN_KEPT));
    }
}
