package dev.personamarket.preview.agent;

import java.time.Duration;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/** The topic of what deployed personalities answer: of use for minutes. */
@Configuration(proxyBeanMethods = false)
class AgentReplies {

    static final String TOPIC = "marketplace.agent-replies";

    @Bean
    NewTopic agentRepliesTopic() {
        return TopicBuilder.name(TOPIC).partitions(6)
                .config(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(Duration.ofHours(1).toMillis()))
                .config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(2 * 1024 * 1024)).build();
    }
}
