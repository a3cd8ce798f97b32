package dev.personamarket.simulators;

import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Both simulators in one process: Discord on the main port, the model on another, management on a third. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(SimulatorBeans.class)
public class SimulatorsApplication {

    /** Not {@code application}: in a test this jar lies beside the jar under test, which has a file of that name. */
    static final Map<String, Object> OWN_CONFIGURATION_FILE = Map.of("spring.config.name", "simulators");

    public static void main(String... arguments) {
        var application = new SpringApplication(SimulatorsApplication.class);
        application.setDefaultProperties(OWN_CONFIGURATION_FILE);
        application.run(arguments);
    }
}
