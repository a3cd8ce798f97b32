package dev.personamarket.rating.rating;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

import dev.personamarket.defaults.identity.AccessRules;

@Configuration(proxyBeanMethods = false)
class RatingAccess {

    @Bean
    AccessRules ratingNeedsAUser() {
        return routes -> routes.pathMatchers(HttpMethod.POST, "/api/marketplace/personalities/*/rate")
                .authenticated().pathMatchers("/api/marketplace/personalities/*/rating").authenticated();
    }
}
