package dev.personamarket.catalog;

import java.util.Collection;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

import dev.personamarket.defaults.listening.Subscription;
import dev.personamarket.testing.EventContracts;
import dev.personamarket.testing.OpenApiContract;

@CatalogTest
class CatalogContractTests {

    @Test
    void sendsAndReadsWhatTheContractsSay(@Autowired Collection<Subscription> subscriptions) {
        EventContracts.of("catalog-service", "dev.personamarket.catalog").verify(subscriptions);
    }

    @Test
    void answersAsItsDocumentSays(@Autowired WebTestClient client) {
        OpenApiContract.verify(client, "catalog-service");
    }
}
