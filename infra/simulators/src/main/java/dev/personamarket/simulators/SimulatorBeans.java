package dev.personamarket.simulators;

import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Everything but the auto-configuration, which differs between the process and {@link Simulators}. */
@Configuration(proxyBeanMethods = false)
@ComponentScan({"dev.personamarket.simulators.calls", "dev.personamarket.simulators.discord",
        "dev.personamarket.simulators.faults", "dev.personamarket.simulators.model",
        "dev.personamarket.simulators.pages"})
@ConfigurationPropertiesScan
class SimulatorBeans {}
