package dev.personamarket.preview.persona;

import java.time.Duration;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/** The topic of what prompts were compiled to: the newest of each personality stays for ever. */
@Configuration(proxyBeanMethods = false)
class PromptHashes {

    static final String TOPIC = "marketplace.prompt-hashes";

    @Bean
    NewTopic promptHashesTopic() {
        return TopicBuilder.name(TOPIC).partitions(6).compact().config(TopicConfig.RETENTION_MS_CONFIG, "-1")
                .config(TopicConfig.DELETE_RETENTION_MS_CONFIG, String.valueOf(Duration.ofDays(1).toMillis()))
                .config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(2 * 1024 * 1024)).build();
    }
}
