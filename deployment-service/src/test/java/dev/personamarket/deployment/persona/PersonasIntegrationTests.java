package dev.personamarket.deployment.persona;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import dev.personamarket.deployment.Catalogue;
import dev.personamarket.deployment.DeploymentServiceTest;

@DeploymentServiceTest
class PersonasIntegrationTests {

    @Autowired
    private Catalogue catalogue;

    @Test
    void whatADeploymentNeedsIsKept() {
        var orla = catalogue.published("Orla");

        var known = catalogue.await(orla, persona -> true);

        assertThat(known).isEqualTo(new Persona(orla, 1, "Orla", known.tagline(),
                "/api/marketplace/avatars/orla-the-lighthouse-keeper-256.webp", false));
        assertThat(known.tagline()).startsWith("Keeps the lamp lit");
    }

    @Test
    void theNameForDiscordCountsHere() {
        var orla = UUID.randomUUID();
        catalogue.publish(orla, "Orla of the Lighthouse on Skerry Point", "Orla");

        assertThat(catalogue.await(orla, persona -> true).name()).isEqualTo("Orla");
    }

    @Test
    void theNewestIsKnownInWhateverOrderItIsTold() {
        var orla = UUID.randomUUID();
        catalogue.publish(orla, 7, 3, "Newest");
        catalogue.publish(orla, 5, 2, "Older");
        catalogue.archive(orla, 6);
        catalogue.publish(orla, 7, 3, "Newest");
        catalogue.publish(orla, 8, 4, "Last");

        assertThat(catalogue.await(orla, persona -> persona.version() == 4)).satisfies(persona -> {
            assertThat(persona.name()).isEqualTo("Last");
            assertThat(persona.archived()).isFalse();
        });
    }

    /** Both have one key, hence one partition: when the later one is known, the earlier was decided about. */
    @Test
    void whatIsOlderThanTheArchivingDoesNotBringItBack() {
        var orla = UUID.randomUUID();
        catalogue.archive(orla, 9);
        catalogue.publish(orla, 8, 3, "Too late");
        catalogue.archive(orla, 10, 4);

        assertThat(catalogue.await(orla, persona -> persona.version() == 4)).satisfies(persona -> {
            assertThat(persona.archived()).isTrue();
            assertThat(persona.name()).isEmpty();
        });
    }

    @Test
    void anArchivedPersonalityMayComeBack() {
        var orla = catalogue.published("Orla");
        catalogue.archived(orla, 2);

        catalogue.republished(orla, 3, 2, "Orla again");

        assertThat(catalogue.await(orla, persona -> persona.version() == 2).archived()).isFalse();
    }
}
