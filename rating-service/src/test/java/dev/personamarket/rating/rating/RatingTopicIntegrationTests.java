package dev.personamarket.rating.rating;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaAdmin;

import dev.personamarket.rating.RatingServiceTest;
import dev.personamarket.testing.TestEngines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@RatingServiceTest
class RatingTopicIntegrationTests {

    private static final ConfigResource TOPIC = new ConfigResource(ConfigResource.Type.TOPIC, RatingTopic.NAME);

    /** As on a broker where an earlier version made it, which kept it for 30 days. */
    @Test
    void aTopicThatExistsIsKeptForEverFromNowOn(@Autowired TestEngines engines, @Autowired KafkaAdmin topics)
            throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", engines.bootstrapServers()))) {
            await().ignoreExceptions().until(() -> retention(admin) != null);
            admin.incrementalAlterConfigs(Map.of(TOPIC, List
                    .of(new AlterConfigOp(new ConfigEntry("retention.ms", "2592000000"), OpType.SET)))).all().get();
            await().until(() -> "2592000000".equals(retention(admin)));

            assertThat(topics.initialize()).isTrue();

            await().until(() -> "-1".equals(retention(admin)));
        }
    }

    private static String retention(Admin admin) throws Exception {
        return Objects.requireNonNull(admin.describeConfigs(List.of(TOPIC)).all().get().get(TOPIC))
                .get("retention.ms").value();
    }
}
