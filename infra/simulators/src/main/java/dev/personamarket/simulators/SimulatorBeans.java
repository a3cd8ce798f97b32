package dev.personamarket.simulators;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;

/** Everything but the auto-configuration, which differs between the process and {@link Simulators}. */
@Configuration(proxyBeanMethods = false)
@ComponentScan({"dev.personamarket.simulators.calls", "dev.personamarket.simulators.discord",
        "dev.personamarket.simulators.faults", "dev.personamarket.simulators.model"})
@ConfigurationPropertiesScan
class SimulatorBeans {

    /** Its own: the shared one would be closed with this context, under the feet of the service that is being tested. */
    @Bean
    ReactorResourceFactory reactorResourceFactory() {
        var resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        resources.setShutdownQuietPeriod(Duration.ZERO);
        return resources;
    }
}
