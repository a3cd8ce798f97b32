package dev.personamarket.preview.agent;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

import dev.personamarket.preview.Attempts;
import dev.personamarket.preview.Catalogue;
import dev.personamarket.preview.ModelPeers;
import dev.personamarket.preview.PreviewServiceTest;
import dev.personamarket.preview.Server;
import dev.personamarket.preview.Unguarded;
import dev.personamarket.simulators.Simulators;
import dev.personamarket.simulators.faults.Fault;
import dev.personamarket.simulators.faults.ModelFault;

import static org.assertj.core.api.Assertions.assertThat;

/** A deployed personality tells its prompt no more than a previewed one does, not even while its answer grows. */
@PreviewServiceTest
class AgentExtractionIntegrationTests {

    private final Simulators simulator;
    private final Unguarded unguarded;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Server server;

    private UUID orla = new UUID(0, 0);

    AgentExtractionIntegrationTests(@Autowired ModelPeers peers) {
        simulator = peers.simulator();
        unguarded = new Unguarded(simulator);
    }

    @BeforeEach
    void theModelObeys() {
        orla = catalogue.published(Attempts::withALastWord);
        simulator.cause(Fault.model(ModelFault.OBEDIENT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.personamarket.preview.Attempts#all")
    void nothingLeaks(String name, String message) {
        var turn = server.ask(orla, question -> question.put("message", message).putArray("history"));

        var answer = server.awaitAnswer(turn);
        var checker = unguarded.checker();
        assertThat(checker.find(unguarded.answer())).as("what the model said to " + name).isPresent();
        assertThat(server.told(turn)).as("what the server heard").isNotEmpty()
                .allSatisfy(event -> assertThat(checker.find(event.path("text").asString())).isEmpty());
        assertThat(answer.path("finishReason").asString()).isEqualTo("content_filter");
    }
}
