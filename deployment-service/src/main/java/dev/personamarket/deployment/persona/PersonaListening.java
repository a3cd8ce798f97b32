package dev.personamarket.deployment.persona;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.personamarket.defaults.listening.Subscription;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
class PersonaListening {

    @Bean
    Subscription compiledPrompts(PromptHashes hashes) {
        return Subscription.to("marketplace.prompt-hashes").on(PromptCompiled.class, hashes::on);
    }

    @Bean
    Subscription personalities(Personas personas, PersonaFollower follower) {
        return Subscription.to("marketplace.personalities")
                .on(PersonalityPublished.class, event -> personas.on(event)
                        .then(Mono.defer(() -> follower.changed(event.personalityId()))))
                .on(PersonalityArchived.class, personas::on);
    }
}
