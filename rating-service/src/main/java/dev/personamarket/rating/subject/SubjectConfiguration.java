package dev.personamarket.rating.subject;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.personamarket.defaults.listening.Subscription;

@Configuration(proxyBeanMethods = false)
class SubjectConfiguration {

    @Bean
    Subscription personalities(Subjects subjects) {
        return Subscription.to("marketplace.personalities").on(PersonalityPublished.class, subjects::on)
                .on(PersonalityArchived.class, subjects::on);
    }
}
