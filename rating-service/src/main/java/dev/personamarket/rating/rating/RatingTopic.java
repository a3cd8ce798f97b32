package dev.personamarket.rating.rating;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/**
 * The topic of this service, kept for ever: all summaries can be counted from it alone. Replicas are the broker's
 * default: one locally, three elsewhere.
 */
@Configuration(proxyBeanMethods = false)
public class RatingTopic {

    public static final String NAME = "marketplace.ratings";

    @Bean
    NewTopic ratingsTopic() {
        return TopicBuilder.name(NAME).partitions(6)
                .config(TopicConfig.RETENTION_MS_CONFIG, "-1")
                .config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(2 * 1024 * 1024)).build();
    }
}
