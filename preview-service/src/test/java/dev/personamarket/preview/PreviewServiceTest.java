package dev.personamarket.preview;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;

import dev.personamarket.testing.RealEngines;

/** The whole service on real engines, with short deadlines; one application context serves all tests marked so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "marketplace.preview.heartbeat=200ms", "marketplace.preview.visitor-messages=3",
        "marketplace.preview.user-messages=4", "marketplace.preview.model.first-deadline=2s",
        "marketplace.preview.model.idle-deadline=2s", "marketplace.preview.model.retries=0",
        "marketplace.preview.agent.progress-every=200ms", "marketplace.preview.agent.lease=3s",
        "marketplace.preview.agent.patience=1s", "marketplace.preview.moderation.source=words",
        "marketplace.preview.model.api-key=simulated-model-key",
        "resilience4j.circuitbreaker.instances.model.wait-duration-in-open-state=60s"})
@AutoConfigureWebTestClient
@RealEngines
@Import({Catalogue.class, Server.class, ModelPeers.class})
public @interface PreviewServiceTest {}
