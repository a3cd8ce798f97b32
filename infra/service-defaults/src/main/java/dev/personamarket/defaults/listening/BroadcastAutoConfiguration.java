package dev.personamarket.defaults.listening;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;

import tools.jackson.databind.json.JsonMapper;

/** What an application needs to hear its {@link Broadcast}s. */
@AutoConfiguration(after = ListeningAutoConfiguration.class)
@ConditionalOnBean(Broadcast.class)
@EnableConfigurationProperties({BroadcastProperties.class, ListeningProperties.class})
public class BroadcastAutoConfiguration {

    @Bean
    @SuppressWarnings("unchecked") // the deserializers are set in service-defaults.yml
    Broadcasts broadcasts(ConsumerFactory<?, ?> consumers, KafkaAdmin admin, JsonMapper json,
            BroadcastProperties properties, ListeningProperties listening) {
        return new Broadcasts((ConsumerFactory<String, byte[]>) consumers, admin, json, properties, listening);
    }
}
