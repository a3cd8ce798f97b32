package dev.personamarket.preview.conversation;

import java.time.Duration;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/** The topic of this service. Replicas are the broker's default: one locally, three elsewhere. */
@Configuration(proxyBeanMethods = false)
class PreviewTopic {

    static final String NAME = "marketplace.previews";

    @Bean
    NewTopic previewsTopic() {
        return TopicBuilder.name(NAME).partitions(6)
                .config(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(Duration.ofDays(30).toMillis()))
                .config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(2 * 1024 * 1024)).build();
    }
}
