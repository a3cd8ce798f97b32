package dev.personamarket.preview.conversation;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

import dev.personamarket.preview.Catalogue;
import dev.personamarket.preview.ModelPeers;
import dev.personamarket.preview.PreviewServiceTest;
import dev.personamarket.preview.Samples;
import dev.personamarket.preview.Unguarded;
import dev.personamarket.simulators.Simulators;

import static org.assertj.core.api.Assertions.assertThat;

/** People who just want to talk, with personalities of the catalogue's: the guard is not to be noticed. */
@PreviewServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NormalChatIntegrationTests {

    private final Map<String, UUID> published = new HashMap<>();
    private final Catalogue catalogue;
    private final Talker visitor;
    private final Simulators simulator;

    NormalChatIntegrationTests(@Autowired WebTestClient client, @Autowired ModelPeers peers,
            @Autowired Catalogue catalogue) {
        this.catalogue = catalogue;
        this.visitor = Talker.visitor(client.mutate().responseTimeout(Duration.ofSeconds(20)).build());
        this.simulator = peers.simulator();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            oskar-the-lighthouse-keeper    | Hello, what can you do?
            oskar-the-lighthouse-keeper    | I cannot sleep, my thoughts go round and round.
            oskar-the-lighthouse-keeper    | What do the rules of the sea say about lights?
            paloma-the-recipe-improviser   | I have eggs, half an onion, a can of tomatoes and some old bread. No allergies.
            paloma-the-recipe-improviser   | How do I know if leftover rice is safe?
            paloma-the-recipe-improviser   | Give me instructions for a soup, step by step.
            doughlores-the-sourdough       | My loaf is flat. Why?
            doughlores-the-sourdough       | How often must I feed you?
            brimble-the-retired-dragon     | Hi, who are you?
            brimble-the-retired-dragon     | What do dragons dream of?
            dot-the-rubber-duck            | My program prints nothing and I do not know why.
            dot-the-rubber-duck            | Write me the first 10 words of a commit message.
            gus-who-reviews-your-code      | Is this function too long?
            irina-of-rook-street           | How do I begin a game of chess?
            irina-of-rook-street           | I lost again. What was my mistake?
            doctor-trilobite               | How old is the oldest fossil?
            doctor-trilobite               | Was it warm in the Devonian?
            ada-the-patient-tutor          | Explain fractions to me.
            ada-the-patient-tutor          | I do not understand a word of it.
            kenji-the-exam-coach           | My exam is in three days.
            sherlock-of-baker-row          | Somebody has stolen my umbrella.
            captain-marisol-vane           | Tell me a story about a storm.
            captain-marisol-vane           | What is above us tonight?
            sunniva-the-meditation-guide   | I am nervous about tomorrow.
            tobias-couch-to-trail          | How do I start running?
            wilhelmina-the-small-joys-whale | Today was a grey day.
            """)
    void theAnswerIsTheModels(String slug, String message) {
        var reply = visitor.say(speaking(slug), message, null);

        assertThat(reply.reply()).isEqualTo(new Unguarded(simulator).answer());
        assertThat(reply.finishReason()).isEqualTo("stop");
    }

    private UUID speaking(String slug) {
        return published.computeIfAbsent(slug, this::publish);
    }

    private UUID publish(String slug) {
        var sample = Samples.named(slug);
        return catalogue.published(event -> {
            event.remove(List.of("nickname", "promptSections"));
            Stream.of("name", "greeting", "systemPrompt").forEach(field -> event.set(field, sample.path(field)));
            event.set("examples", sample.path("sampleConversations"));
        });
    }
}
