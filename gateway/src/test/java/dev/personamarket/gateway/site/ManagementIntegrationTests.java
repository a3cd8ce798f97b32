package dev.personamarket.gateway.site;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;

import dev.personamarket.gateway.redis.Redis;
import dev.personamarket.gateway.testing.Browser;
import dev.personamarket.gateway.testing.Neighbours;
import dev.personamarket.gateway.testing.RunningGateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@RunningGateway
class ManagementIntegrationTests {

    private final String management;

    ManagementIntegrationTests(@LocalManagementPort int port) {
        management = "http://localhost:" + port;
    }

    @Test
    void isHealthyAndSaysWhatItDependsOn(Browser operator) {
        var health = operator.get(management + "/actuator/health").hasStatus(200).json();

        assertThat(health.path("status").asString()).isEqualTo("UP");
        assertThat(health.path("components").has("redis")).isTrue();
    }

    @Test
    void withoutRedisItIsReadyStillForThereAreVisitors(Browser operator, @Autowired Redis redis) {
        Neighbours.redisDies();
        try {
            operator.get(management + "/actuator/health/readiness").hasStatus(200);
            operator.get(management + "/actuator/health/liveness").hasStatus(200);
            operator.get(management + "/actuator/health").hasStatus(503);
        } finally {
            Neighbours.redisComesBack(redis);
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> operator.get(management + "/actuator/health").status() == 200);
    }

    @Test
    void itsMetricsNameRoutesAndBreakers(Browser operator) {
        operator.get("/api/marketplace/personalities").hasStatus(200);

        var metrics = operator.get(management + "/actuator/prometheus").hasStatus(200).body();

        assertThat(metrics).contains("spring_cloud_gateway_requests_seconds_count", "routeId=\"catalog-hot\"",
                "resilience4j_circuitbreaker_state", "name=\"deployment\"", "gateway_limits_local_total");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "gateway/routes", "env", "beans", "heapdump", "loggers", "configprops",
            "refresh",
            "circuitbreakers", "shutdown"})
    void nothingElseIsShown(String endpoint, Browser operator) {
        operator.get(management + "/actuator/" + endpoint).hasStatus(404);
        operator.get("/actuator/" + endpoint).hasStatus(404);
    }
}
