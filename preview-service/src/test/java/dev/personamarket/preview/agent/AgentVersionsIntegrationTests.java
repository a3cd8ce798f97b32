package dev.personamarket.preview.agent;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import dev.personamarket.preview.Catalogue;
import dev.personamarket.preview.ModelPeers;
import dev.personamarket.preview.PreviewServiceTest;
import dev.personamarket.preview.Server;
import dev.personamarket.preview.model.ScriptedModel;
import dev.personamarket.testing.TestKafka;

import static dev.personamarket.preview.model.ScriptedModel.end;
import static dev.personamarket.preview.model.ScriptedModel.token;
import static org.assertj.core.api.Assertions.assertThat;

/** Whoever stays on a version is answered by it. */
@PreviewServiceTest
class AgentVersionsIntegrationTests {

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Server server;

    @Autowired
    private TestKafka kafka;

    private final ScriptedModel model;

    AgentVersionsIntegrationTests(@Autowired ModelPeers peers) {
        model = peers.scripted();
    }

    @Test
    void aPinnedVersionAnswersWithItsOwnPrompt() {
        var orla = catalogue.published(event -> event.put("systemPrompt", "You are Orla, and you are young."));
        catalogue.publish(orla, 2, 2);
        catalogue.awaitVersion(orla, 2);
        model.streams(token("Aye."), end()).streams(token("Aye, aye."), end());

        var first = server.awaitAnswer(server.ask(orla));
        var second = server.awaitAnswer(server.ask(orla, question -> question.put("personalityVersion", 2)));

        assertThat(first.path("personalityVersion").asInt()).isEqualTo(1);
        assertThat(model.requests().getFirst()).contains("you are young");
        assertThat(first.path("promptHash").asString()).isEqualTo(compiled(orla, 1));
        assertThat(second.path("promptHash").asString()).isEqualTo(compiled(orla, 2))
                .isNotEqualTo(compiled(orla, 1));
    }

    /** The question may be faster than the prompt, which comes by another topic. */
    @Test
    void aVersionThatIsOnItsWayIsWaitedFor() {
        var orla = catalogue.published();
        model.streams(token("Aye."), end());

        var turn = server.ask(orla, question -> question.put("personalityVersion", 2));
        catalogue.publish(orla, 2, 2);

        assertThat(server.awaitAnswer(turn).path("personalityVersion").asInt()).isEqualTo(2);
    }

    private String compiled(UUID personality, int version) {
        return kafka.awaitEvent("marketplace.PromptCompiled.v1",
                event -> event.path("personalityId").asString().equals(personality.toString())
                        && event.path("version").asInt() == version)
                .path("promptHash").asString();
    }
}
