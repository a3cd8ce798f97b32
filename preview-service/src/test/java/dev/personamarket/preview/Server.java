package dev.personamarket.preview;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.r2dbc.core.DatabaseClient;

import com.github.f4b6a3.uuid.UuidCreator;

import dev.personamarket.testing.Contracts;
import dev.personamarket.testing.TestKafka;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Stands in for deployment-service: asks as people on a server do, and hears what personalities answer. */
@TestConfiguration(proxyBeanMethods = false)
public class Server {

    private static final String REQUESTED = "marketplace.AgentTurnRequested.v1";
    private static final String DROPPED = "marketplace.AgentTurnDropped.v1";
    private static final String PROGRESSED = "marketplace.AgentTurnProgressed.v1";
    private static final String ANSWERED = "marketplace.AgentTurnAnswered.v1";
    private static final String FAILED = "marketplace.AgentTurnFailed.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final TestKafka kafka;
    private final DatabaseClient database;

    Server(TestKafka kafka, DatabaseClient database) {
        this.kafka = kafka;
        this.database = database;
    }

    @Bean
    static NewTopic agentTurnsTopic() {
        return TopicBuilder.name("marketplace.agent-turns").partitions(6).build();
    }

    /** A question that was not asked yet, in a conversation of its own. */
    public static ObjectNode question(UUID personality) {
        return ((ObjectNode) Contracts.sample(REQUESTED)).put("turnId", UuidCreator.getTimeOrderedEpoch().toString())
                .put("conversationId", UuidCreator.getTimeOrderedEpoch().toString())
                .put("personalityId", personality.toString()).put("personalityVersion", 1)
                .put("askedBy", UUID.randomUUID().toString()).put("serverId", serverId())
                .put("answerBy", Instant.now().plusSeconds(600).toString());
    }

    /** One that no other test has. */
    private static String serverId() {
        return String.valueOf(100_000_000_000_000_000L + (UUID.randomUUID().getMostSignificantBits() >>> 8));
    }

    /** Asks the personality's first version. */
    public UUID ask(UUID personality, Consumer<ObjectNode> change) {
        var question = question(personality);
        change.accept(question);
        return ask(question);
    }

    public UUID ask(UUID personality) {
        return ask(personality, _ -> {});
    }

    public UUID ask(ObjectNode question) {
        return ask(question, UUID.randomUUID().toString());
    }

    /** Under the id of an event that may have come before. */
    public UUID ask(ObjectNode question, String eventId) {
        kafka.send("marketplace.agent-turns", REQUESTED, question.path("conversationId").asString(),
                question.toString(), eventId);
        return UUID.fromString(question.path("turnId").asString());
    }

    /** Nobody waits for the answer any more. */
    public void drop(ObjectNode question) {
        var dropped = (ObjectNode) Contracts.sample(DROPPED);
        List.of("turnId", "conversationId", "personalityId").forEach(name -> dropped.set(name, question.get(name)));
        kafka.send(DROPPED, question.path("conversationId").asString(), dropped.toString());
    }

    public JsonNode awaitAnswer(UUID turn) {
        return await(ANSWERED, turn, event -> event.has("answeredAt"));
    }

    public JsonNode awaitFailure(UUID turn) {
        return await(FAILED, turn, event -> event.has("failedAt"));
    }

    public JsonNode awaitProgress(UUID turn, String text) {
        return await(PROGRESSED, turn, event -> event.has("sequence") && event.path("text").asString().equals(text));
    }

    private JsonNode await(String type, UUID turn, Predicate<JsonNode> condition) {
        var found = Awaitility.await("a %s of %s".formatted(type, turn)).atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> told(turn).stream().filter(condition).findFirst(), Optional::isPresent).orElseThrow();
        Contracts.assertValid(type, found);
        return found;
    }

    /** All that was told of the turn, in the order in which it was told; read from the outbox, which is quick. */
    public List<JsonNode> told(UUID turn) {
        return database.sql("""
                SELECT payload::text FROM outbox
                WHERE topic = 'marketplace.agent-replies' AND payload ->> 'turnId' = :turn ORDER BY position
                """).bind("turn", turn.toString()).mapValue(String.class).all()
                .map(payload -> JsonMapper.shared().readTree(payload)).collectList().blockOptional().orElseThrow();
    }

    /** Answers and failures, of which there must be one. */
    public List<JsonNode> ends(UUID turn) {
        return told(turn).stream().filter(event -> !event.has("sequence")).toList();
    }
}
