package dev.personamarket.gateway.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.personamarket.sealing.Pseudonyms;

@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    Pseudonyms pseudonyms(IdentitySettings settings) {
        return new Pseudonyms(settings.pseudonymSecret());
    }
}
