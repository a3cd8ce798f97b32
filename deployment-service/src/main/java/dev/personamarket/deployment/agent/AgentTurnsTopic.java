package dev.personamarket.deployment.agent;

import java.time.Duration;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/** The topic of what agents are asked, as {@code asyncapi.yaml} describes it. It holds what people say: fenced in, and short. */
@Configuration(proxyBeanMethods = false)
class AgentTurnsTopic {

    static final String NAME = "marketplace.agent-turns";
    static final Duration KEPT = Duration.ofHours(1);

    @Bean
    NewTopic agentTurns() {
        return TopicBuilder.name(NAME).partitions(6)
                .config(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(KEPT.toMillis()))
                .config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(2 * 1024 * 1024)).build();
    }
}
