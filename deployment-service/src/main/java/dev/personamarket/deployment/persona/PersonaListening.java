package dev.personamarket.deployment.persona;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.personamarket.defaults.listening.Subscription;

@Configuration(proxyBeanMethods = false)
class PersonaListening {

    @Bean
    Subscription compiledPrompts(PromptHashes hashes) {
        return Subscription.to("marketplace.prompt-hashes").on(PromptCompiled.class, hashes::on);
    }

    @Bean
    Subscription personalities(Personas personas) {
        return Subscription.to("marketplace.personalities")
                .on(PersonalityPublished.class, personas::on)
                .on(PersonalityArchived.class, personas::on);
    }
}
