package dev.personamarket.deployment;

import java.time.Clock;
import java.time.ZoneOffset;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;

import dev.personamarket.defaults.identity.AccessRules;

@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class DeploymentServiceApplication {

    public static void main(String... arguments) {
        SpringApplication.run(DeploymentServiceApplication.class, arguments);
    }

    /** Milliseconds are what the API tells and the database keeps. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    AccessRules access() {
        return routes -> routes
                .pathMatchers(HttpMethod.POST, "/api/marketplace/personalities/*/deploy").authenticated()
                .pathMatchers("/api/marketplace/discord/**", "/api/marketplace/deployments/**").authenticated();
    }
}
