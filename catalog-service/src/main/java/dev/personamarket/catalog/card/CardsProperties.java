package dev.personamarket.catalog.card;

import java.net.URI;
import java.util.UUID;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param publicUrl where people find this marketplace; exported cards name it as a source */
@ConfigurationProperties("marketplace.cards")
record CardsProperties(@DefaultValue("http://localhost:8080") URI publicUrl) {

    String source(UUID personality) {
        return "%s/personalities/%s".formatted(publicUrl.toString().replaceAll("/$", ""), personality);
    }
}
