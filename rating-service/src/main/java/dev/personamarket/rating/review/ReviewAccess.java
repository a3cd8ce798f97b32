package dev.personamarket.rating.review;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.personamarket.defaults.identity.AccessRules;

@Configuration(proxyBeanMethods = false)
class ReviewAccess {

    @Bean
    AccessRules findingHelpfulNeedsAUser() {
        return routes -> routes.pathMatchers("/api/marketplace/personalities/*/ratings/*/helpful").authenticated();
    }
}
