package dev.personamarket.gateway.session;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.personamarket.sealing.Seal;

@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    @Bean
    Seal seal(SessionSettings settings) {
        return new Seal(settings.encryptionKeys());
    }
}
