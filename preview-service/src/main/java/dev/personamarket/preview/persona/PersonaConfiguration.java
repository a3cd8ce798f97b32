package dev.personamarket.preview.persona;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.personamarket.defaults.listening.Subscription;

@Configuration(proxyBeanMethods = false)
class PersonaConfiguration {

    @Bean
    Subscription prompts(Personas personas) {
        return Subscription.to("marketplace.personality-prompts").on(PromptPublished.class, personas::on)
                .on(PromptWithdrawn.class, personas::on);
    }
}
