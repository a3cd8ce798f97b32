package dev.personamarket.deployment.agent;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import com.github.f4b6a3.uuid.UuidCreator;

import dev.personamarket.deployment.Catalogue;
import dev.personamarket.deployment.Chatting;
import dev.personamarket.deployment.DeploymentServiceTest;
import dev.personamarket.deployment.Marketplace;
import dev.personamarket.deployment.SimulatedDiscord;
import dev.personamarket.deployment.SimulatedDiscord.Owner;
import dev.personamarket.simulators.discord.interactions.Outcome;
import dev.personamarket.simulators.discord.interactions.Usage;
import dev.personamarket.testing.Contracts;
import dev.personamarket.testing.TestKafka;
import tools.jackson.databind.JsonNode;

import static dev.personamarket.deployment.Marketplace.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@DeploymentServiceTest
class ChattingIntegrationTests {

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private SimulatedDiscord discord;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Chatting chat;

    @Autowired
    private TestKafka kafka;

    @Autowired
    private DatabaseClient database;

    @Test
    void aQuestionIsTakenAtOnceAndTheAnswerTakesItsPlace() {
        var owner = discord.ownerWithBot();
        var deployment = marketplace.deployed(owner, catalogue.published("Orla"));

        var outcome = chat.say(owner, "Is it lonely up there?");
        assertThat(outcome.problem()).isNull();
        assertThat(chat.messages(owner)).last().satisfies(message -> assertThat(message.body().isThinking()).isTrue());
        var asked = chat.asked(owner, "Is it lonely up there?");
        chat.answer(asked, "The sea talks all night.");

        chat.awaitLast(owner, "The sea talks all night.");
        Contracts.assertValid("marketplace.AgentTurnRequested.v1", asked);
        assertThat(asked.path("deploymentId").asString()).isEqualTo(id(deployment));
        assertThat(asked.path("serverId").asString()).isEqualTo(owner.server());
        assertThat(asked.path("history").size()).isZero();
        assertThat(asked.toString()).doesNotContain(owner.discordId(), outcome.token());
    }

    @Test
    void anAnswerIsSeenWhileItGrowsAndNeverShrinks() {
        var owner = withAgent("Orla");
        var asked = chat.ask(owner, "Tell me a long story.");

        chat.grow(asked, "Once", 1);
        chat.awaitLast(owner, "Once …");
        chat.grow(asked, "Once upon a time", 3);
        chat.awaitLast(owner, "Once upon a time …");
        chat.grow(asked, "Once upon", 2);
        chat.answer(asked, "Once upon a time there was a lamp.");
        chat.awaitLast(owner, "Once upon a time there was a lamp.");
        chat.grow(asked, "Once upon a time there", 4);
        var next = chat.ask(owner, "And then?");
        chat.answer(next, "It shone.");

        chat.awaitLast(owner, "It shone.");
        assertThat(chat.texts(owner)).contains("Once upon a time there was a lamp.");
    }

    @Test
    void whatComesTwiceIsSaidOnce() {
        var owner = withAgent("Orla");
        var asked = chat.ask(owner, "Once, please.");
        var event = UuidCreator.getTimeOrderedEpoch();

        chat.answer(asked, "Here.", event);
        chat.answer(asked, "Here.", event);
        chat.answer(asked, "Something else.");
        chat.fail(asked, "model_unavailable");
        var next = chat.ask(owner, "And now?");
        chat.answer(next, "Now this.");

        chat.awaitLast(owner, "Now this.");
        assertThat(chat.texts(owner)).endsWith("Here.", "Now this.");
    }

    @Test
    void aPersonalityRemembersWhatWasSaidInAChannelAndForgetsWhenAskedTo() {
        var owner = withAgent("Orla");
        var first = chat.ask(owner, "My boat is called Wren.");
        chat.answer(first, "A good name.");
        chat.awaitLast(owner, "A good name.");

        var second = chat.ask(owner, "What is my boat called?");
        var outcome = chat.use(owner, "forget", Map.of());
        chat.answer(second, "Wren.");
        chat.awaitLast(owner, Sentences.FORGOTTEN);
        var third = chat.ask(owner, "What was it called?");

        assertThat(second.path("conversationId")).isEqualTo(first.path("conversationId"));
        assertThat(second.path("history").toString()).isEqualTo("""
                [{"role":"user","text":"My boat is called Wren."},{"role":"assistant","text":"A good name."}]""");
        assertThat(outcome.answered()).isTrue();
        assertThat(third.path("conversationId")).isNotEqualTo(first.path("conversationId"));
        assertThat(third.path("history").size()).isZero();
        await("the answer that was under way").until(() -> chat.texts(owner).contains("Wren."));
        assertThat(questions(first)).isEmpty();
    }

    private List<String> questions(JsonNode asked) {
        return database.sql("SELECT question FROM turns WHERE id = :id AND question <> ''")
                .bind("id", UUID.fromString(asked.path("turnId").asString())).mapValue(String.class).all().collectList()
                .blockOptional().orElseThrow();
    }

    @Test
    void ofSeveralTheOneThatIsNamedAnswersUnderItsOwnName() {
        var owner = withAgent("Orla");
        var bo = catalogue.published("Bo");
        marketplace.deployed(owner, bo);

        var nobody = whispered(chat.say(owner, "Anybody?"));
        chat.use(owner, "chat", Map.of("message", "Bo, are you there?", "personality", bo.toString()));
        var asked = chat.asked(owner, "Bo, are you there?");
        chat.answer(asked, "I am.");

        assertThat(nobody).contains("**Orla**, **Bo**");
        assertThat(asked.path("personalityId").asString()).isEqualTo(bo.toString());
        await().untilAsserted(() -> assertThat(chat.messages(owner).getLast().body().embeds()).singleElement()
                .satisfies(embed -> {
                    assertThat(embed.at("/author/name").asString()).isEqualTo("Bo");
                    assertThat(embed.at("/author/icon_url").asString()).startsWith("http");
                    assertThat(embed.path("description").asString()).isEqualTo("I am.");
                }));
    }

    @Test
    void aManagerChoosesWhoAnswersInAChannel() {
        var owner = withAgent("Orla");
        marketplace.deployed(owner, catalogue.published("Bo"));

        var before = whispered(chat.use(owner, "personality", Map.of()));
        var suggested = chat.use(Usage.of(owner.discordId(), Chatting.channel(owner), "personality",
                Map.of("personality", "b")).typing("personality"));
        var chosen = chat.use(owner, "personality", Map.of("personality", "bo"));
        var asked = chat.ask(owner, "Who is it?");

        assertThat(before).contains("Nobody is chosen");
        assertThat(choices(suggested).valueStream().map(choice -> choice.path("name").asString()))
                .containsExactly("Bo");
        assertThat(chosen.message()).isNotNull()
                .satisfies(message -> assertThat(message.body().content()).contains("**Bo** answers in this channel"));
        assertThat(choices(suggested).at("/0/value").asString()).isEqualTo(asked.path("personalityId").asString());
    }

    @Test
    void whoManagesNothingChoosesNothing() {
        var sam = discord.person("2000000000000000002", "3000000000000000002");
        discord.letIn(sam.server());
        var mia = discord.person("2000000000000000003", sam.server());
        marketplace.deployed(sam, catalogue.published("Orla"));

        assertThat(whispered(chat.use(mia, "personality", Map.of("personality", "Orla"))))
                .isEqualTo(Sentences.MANAGERS_ONLY);
    }

    @Test
    void aPersonalityKeepsToItsChannels() {
        var owner = discord.ownerWithBot();
        var second = "5" + owner.server().substring(1);
        marketplace.await(owner, Marketplace.json(marketplace.tryToDeploy(owner, catalogue.published("Orla").toString(),
                "{\"serverId\": \"%s\", \"channelIds\": [\"%s\"]}".formatted(owner.server(), second))), "active");

        var elsewhere = whispered(chat.say(owner, "Anybody?"));
        chat.use(Usage.of(owner.discordId(), second, "chat", Map.of("message", "Here, then?")));

        assertThat(elsewhere).contains("**Orla** does in <#" + second + ">");
        assertThat(chat.asked(owner, "Here, then?").path("serverId").asString()).isEqualTo(owner.server());
    }

    @Test
    void whereNobodyLivesThatIsSaid() {
        assertThat(whispered(chat.say(discord.ownerWithBot(), "Anybody?"))).contains("No personality lives");
    }

    @Test
    void whoHasLeftTheMarketplaceSaysSo() {
        var owner = discord.ownerWithBot();
        var orla = catalogue.published("Orla");
        marketplace.deployed(owner, orla);
        catalogue.archived(orla, 2);

        assertThat(whispered(chat.say(owner, "Still there?"))).contains("**Orla** has left the marketplace");
    }

    @ParameterizedTest
    @CsvSource({"message_refused", "budget_exhausted", "model_unavailable", "personality_withdrawn", "version_unknown",
            "too_late", "something_new"})
    void whatGoesWrongIsToldInAFriendlySentence(String reason) {
        var owner = withAgent("Orla");
        var asked = chat.ask(owner, "What about " + reason + "?");

        chat.fail(asked, reason);

        chat.awaitLast(owner, Sentences.instead(reason));
    }

    @Test
    void aLongAnswerIsSaidInSeveralMessagesInOrder() {
        var owner = withAgent("Orla");
        var asked = chat.ask(owner, "Tell me everything.");
        var all = "The lamp turns. ".repeat(400);

        chat.grow(asked, all.substring(0, 2_500), 1);
        chat.answer(asked, all);

        await().until(() -> String.join(" ", chat.texts(owner)).endsWith(all.strip()));
        assertThat(chat.texts(owner)).allSatisfy(text -> assertThat(text.length()).isLessThanOrEqualTo(2_000));
    }

    @Test
    void nobodyIsMentionedWhateverTheAnswerSays() {
        var owner = withAgent("Orla");
        var asked = chat.ask(owner, "Call everybody!");

        chat.answer(asked, "@everyone <@%s>, come!".formatted(owner.discordId()));

        chat.awaitLast(owner, "@everyone <@%s>, come!".formatted(owner.discordId()));
        assertThat(chat.messages(owner).getLast().body()).satisfies(body -> {
            assertThat(body.mentionEveryone()).isFalse();
            assertThat(body.mentions()).isEmpty();
        });
    }

    @Test
    void theSamePersonIsTheSameOneOnDiscordAsOnTheWebAndNeverTheirDiscordId() {
        var owner = withAgent("Orla");

        var one = chat.ask(owner, "It is me.");
        var two = chat.ask(owner, "It is me again.");

        assertThat(one.path("askedBy")).isEqualTo(two.path("askedBy"));
        assertThat(UUID.fromString(one.path("askedBy").asString()).version()).isEqualTo(8);
    }

    private Owner withAgent(String name) {
        var owner = discord.ownerWithBot();
        marketplace.deployed(owner, catalogue.published(name));
        return owner;
    }

    private static JsonNode choices(Outcome outcome) {
        return Objects.requireNonNull(outcome.response(), outcome.toString()).at("/data/choices");
    }

    private static String whispered(Outcome outcome) {
        var body = Objects.requireNonNull(outcome.message(), outcome.toString()).body();
        assertThat(body.isEphemeral()).isTrue();
        return body.content();
    }
}
