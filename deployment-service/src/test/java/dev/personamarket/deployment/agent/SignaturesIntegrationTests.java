package dev.personamarket.deployment.agent;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import dev.personamarket.deployment.Catalogue;
import dev.personamarket.deployment.Chatting;
import dev.personamarket.deployment.DeploymentServiceTest;
import dev.personamarket.deployment.Marketplace;
import dev.personamarket.deployment.SimulatedDiscord;
import dev.personamarket.deployment.SimulatedDiscord.Owner;
import dev.personamarket.simulators.discord.application.SigningKey;

import static dev.personamarket.deployment.Marketplace.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

@DeploymentServiceTest
class SignaturesIntegrationTests {

    private static final String PING = "{\"type\":1}";

    private final SigningKey key = new SigningKey();
    private final Random random = new Random(6);

    @Autowired
    private WebTestClient client;

    @Autowired
    private SimulatedDiscord discord;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private DatabaseClient database;

    private Owner owner;

    @BeforeEach
    void anAgentThatCouldBeAsked() {
        owner = discord.ownerWithBot();
        marketplace.deployed(owner, catalogue.published("Orla"));
    }

    @Test
    void aPingOfDiscordsIsAnswered() {
        send(now(), PING, signature(now(), PING)).expectStatus().isOk().expectHeader()
                .contentType(MediaType.APPLICATION_JSON).expectBody().json(PING);
    }

    @Test
    void aThousandThatAreForgedStaleOrMangledAreRefusedAndLeaveNoTrace() {
        var before = rows();

        IntStream.range(0, 1_000).forEach(this::sendBad);

        assertThat(rows()).isEqualTo(before);
    }

    private void sendBad(int number) {
        var question = question(number);
        var now = now();
        var good = signature(now, question);
        var refused = switch (number % 10) {
            case 0 -> send(now, question, randomHex(64));
            case 1 -> send(now, question, good.substring(2));
            case 2 -> send(now, question, mangled(good));
            case 3 -> send(now, question + " ", good);
            case 4 -> send(String.valueOf(Long.parseLong(now) + 1), question, good);
            case 5 -> sendOfAge(question, 301 + random.nextInt(100_000));
            case 6 -> sendOfAge(question, -301 - random.nextInt(100_000));
            case 7 -> send(now, question, "not hexadecimal at all");
            case 8 -> send(Integer.toHexString(number) + "…", question, good);
            default -> client.post().uri("/api/discord/interactions").contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(question).exchange();
        };
        isProblem(refused, 401, "signature-invalid");
    }

    @Test
    void anEmptyBodyIsRefusedToo() {
        isProblem(client.method(HttpMethod.POST).uri("/api/discord/interactions")
                .header("X-Signature-Timestamp", now()).header("X-Signature-Ed25519", signature(now(), "")).exchange(),
                401, "signature-invalid");
    }

    @Test
    void whatIsSignedAndStillNoInteractionIsNotOurMistake() {
        isProblem(send(now(), "[", signature(now(), "[")), 400, "interaction-unreadable");
        isProblem(send(now(), "{\"guild_id\":\"x\"}", signature(now(), "{\"guild_id\":\"x\"}")), 400,
                "interaction-unreadable");
    }

    @Test
    void whatIsDeliveredTwiceIsOneQuestion() {
        var before = rows();
        var question = question(5_000);
        var now = now();

        send(now, question, signature(now, question)).expectStatus().isOk().expectBody().json("{\"type\":5}");
        send(now, question, signature(now, question)).expectStatus().isOk().expectBody().json("{\"type\":5}");

        assertThat(rows()).isEqualTo(before + 1);
    }

    private ResponseSpec sendOfAge(String body, long seconds) {
        var timestamp = String.valueOf(Instant.now().getEpochSecond() - seconds);
        return send(timestamp, body, signature(timestamp, body));
    }

    private ResponseSpec send(String timestamp, String body, String signature) {
        return client.post().uri("/api/discord/interactions").contentType(MediaType.APPLICATION_JSON)
                .header("X-Signature-Timestamp", timestamp).header("X-Signature-Ed25519", signature).bodyValue(body)
                .exchange();
    }

    private String question(int number) {
        return """
                {"id":"%d","application_id":"1180000000000000001","type":2,"token":"t-%d","version":1,
                "guild_id":"%s","channel_id":"%s","channel":{"id":"%s"},
                "member":{"user":{"id":"%s"},"permissions":"0"},
                "data":{"id":"1","name":"chat","type":1,"options":[{"name":"message","type":3,"value":"Hello"}]}}"""
                .formatted(1_200_000_000_000_000_000L + number, number, owner.server(), Chatting.channel(owner),
                        Chatting.channel(owner), owner.discordId());
    }

    private String signature(String timestamp, String body) {
        return key.sign(timestamp, body.getBytes(StandardCharsets.UTF_8));
    }

    private String mangled(String signature) {
        var at = random.nextInt(signature.length());
        return signature.substring(0, at) + (signature.charAt(at) == '0' ? '1' : '0') + signature.substring(at + 1);
    }

    private String randomHex(int bytes) {
        var noise = new byte[bytes];
        random.nextBytes(noise);
        return HexFormat.of().formatHex(noise);
    }

    private static String now() {
        return String.valueOf(Instant.now().getEpochSecond());
    }

    private long rows() {
        return database.sql("""
                SELECT (SELECT count(*) FROM turns WHERE server_id = :server) + (SELECT count(*) FROM conversations
                    WHERE server_id = :server AND forgotten)
                """).bind("server", owner.server()).mapValue(Long.class).one().blockOptional().orElseThrow();
    }
}
