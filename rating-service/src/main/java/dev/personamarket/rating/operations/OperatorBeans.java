package dev.personamarket.rating.operations;

import java.time.Duration;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import dev.personamarket.defaults.operations.CommandBeans;
import dev.personamarket.outbox.OutboxAutoConfiguration;
import dev.personamarket.rating.rating.RatingProperties;

/** What commands are made of: the tables, the outbox and the way to the log. */
@CommandBeans
@ImportAutoConfiguration({OutboxAutoConfiguration.class, KafkaAutoConfiguration.class})
@EnableConfigurationProperties(RatingProperties.class)
@Import({Recount.class, LogRecount.class, RatingLog.class})
class OperatorBeans {

    /** How long to wait for somebody to send what is in the outbox, or for Kafka to go on. */
    @Bean
    Duration patience() {
        return Duration.ofSeconds(60);
    }
}
