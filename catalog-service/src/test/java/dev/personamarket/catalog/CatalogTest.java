package dev.personamarket.catalog;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;

import dev.personamarket.catalog.card.CardDesk;
import dev.personamarket.testing.RealEngines;

import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

/** The whole service on real engines, one context for all tests. They talk to it by {@link Market} and {@link CardDesk}. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = RANDOM_PORT, properties = {"marketplace.samples.enabled=false",
        "marketplace.live.heartbeat=500ms", "marketplace.live.patience=2s"})
@AutoConfigureWebTestClient(timeout = "20s")
@RealEngines
@Import({Market.class, CardDesk.class, Neighbours.class})
public @interface CatalogTest {}
