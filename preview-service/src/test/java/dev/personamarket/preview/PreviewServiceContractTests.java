package dev.personamarket.preview;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

import dev.personamarket.defaults.listening.Subscription;
import dev.personamarket.testing.ArchitectureRules;
import dev.personamarket.testing.EventContracts;
import dev.personamarket.testing.OpenApiContract;

@PreviewServiceTest
class PreviewServiceContractTests {

    @Test
    void sendsAndReadsWhatTheEventContractsSay(@Autowired List<Subscription> subscriptions) {
        EventContracts.of("preview-service", "dev.personamarket.preview").verify(subscriptions);
    }

    @Test
    void answersAsItsOpenApiDocumentSays(@Autowired WebTestClient client) {
        OpenApiContract.verify(client, "preview-service");
    }

    @Test
    void keepsToTheArchitecture() {
        ArchitectureRules.check("dev.personamarket.preview");
    }
}
