package dev.personamarket.deployment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;

import dev.personamarket.testing.RealEngines;

/** The whole service on real engines beside a simulated Discord; one application context serves all such tests. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "30s")
@RealEngines
@ExtendWith(RecoveredDiscord.class)
@Import({Catalogue.class, SimulatedDiscord.class, Marketplace.class, Chatting.class})
public @interface DeploymentServiceTest {}
