package dev.personamarket.deployment;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.kafka.config.TopicBuilder;

import com.github.f4b6a3.uuid.UuidCreator;

import dev.personamarket.deployment.SimulatedDiscord.Owner;
import dev.personamarket.simulators.Simulators;
import dev.personamarket.simulators.discord.interactions.Outcome;
import dev.personamarket.simulators.discord.interactions.Usage;
import dev.personamarket.simulators.discord.messages.Message;
import dev.personamarket.testing.Contracts;
import dev.personamarket.testing.TestKafka;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** People who talk with agents on Discord, and preview-service, which answers. */
@TestConfiguration(proxyBeanMethods = false)
public class Chatting {

    private final Simulators simulators;
    private final TestKafka kafka;
    private final Environment environment;

    Chatting(Simulators simulators, TestKafka kafka, Environment environment) {
        this.simulators = simulators;
        this.kafka = kafka;
        this.environment = environment;
    }

    @Bean
    static NewTopic agentRepliesTopic() {
        return TopicBuilder.name("marketplace.agent-replies").partitions(6).build();
    }

    /** Where this service takes interactions. */
    public URI endpoint() {
        return URI.create("http://localhost:%s/api/discord/interactions"
                .formatted(environment.getRequiredProperty("local.server.port")));
    }

    public Outcome say(Owner person, String message) {
        return use(person, "chat", Map.of("message", message));
    }

    public Outcome use(Owner person, String command, Map<String, Object> options) {
        return use(Usage.of(person.discordId(), channel(person), command, options));
    }

    public Outcome use(Usage usage) {
        simulators.sendInteractionsTo(endpoint());
        return simulators.use(usage);
    }

    /** The first channel of the owner's server. */
    public static String channel(Owner owner) {
        return "4" + owner.server().substring(1);
    }

    /** What preview-service hears of a question. */
    public JsonNode asked(Owner person, String message) {
        return kafka.awaitEvent("marketplace.AgentTurnRequested.v1",
                event -> event.path("message").asString().equals(message)
                        && event.path("serverId").asString().equals(person.server()));
    }

    /** Says it, and gives what preview-service hears. */
    public JsonNode ask(Owner person, String message) {
        say(person, message);
        return asked(person, message);
    }

    public void answer(JsonNode asked, String text) {
        answer(asked, text, UuidCreator.getTimeOrderedEpoch());
    }

    public void answer(JsonNode asked, String text, UUID eventId) {
        var type = "marketplace.AgentTurnAnswered.v1";
        kafka.send("marketplace.agent-replies", type, key(asked), reply(type, asked).put("text", text).toString(),
                eventId.toString());
    }

    public void grow(JsonNode asked, String text, int sequence) {
        var type = "marketplace.AgentTurnProgressed.v1";
        kafka.send(type, key(asked), reply(type, asked).put("text", text).put("sequence", sequence).toString());
    }

    public void fail(JsonNode asked, String reason) {
        var type = "marketplace.AgentTurnFailed.v1";
        kafka.send(type, key(asked), reply(type, asked).put("reason", reason).toString());
    }

    private static ObjectNode reply(String type, JsonNode asked) {
        return ((ObjectNode) Contracts.sample(type)).put("turnId", asked.path("turnId").asString())
                .put("conversationId", key(asked)).put("personalityId", asked.path("personalityId").asString());
    }

    private static String key(JsonNode asked) {
        return asked.path("conversationId").asString();
    }

    /** Everything in the first channel of the owner's server, oldest first. */
    public List<String> texts(Owner owner) {
        return messages(owner).stream().map(message -> message.body().content()).toList();
    }

    public List<Message> messages(Owner owner) {
        return simulators.messages(channel(owner));
    }

    /** Waits until the last message is this. */
    public void awaitLast(Owner owner, String text) {
        Awaitility.await(text).until(() -> texts(owner), texts -> !texts.isEmpty() && texts.getLast().equals(text));
    }
}
