package dev.personamarket.gateway.routing;

import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A service's address may stand for several instances: a name with several IP addresses, as container platforms give
 * them. New connections go to each of them in turn, and to the next where one refuses.
 */
@Configuration(proxyBeanMethods = false)
class InstanceConfiguration {

    @Bean
    HttpClientCustomizer eachInstanceInTurn() {
        return client -> client.resolver(names -> names.roundRobinSelection(true));
    }
}
