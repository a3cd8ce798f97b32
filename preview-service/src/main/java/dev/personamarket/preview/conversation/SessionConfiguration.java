package dev.personamarket.preview.conversation;

import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.personamarket.defaults.Periodically;

/** What every instance does for conversations beside answering. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    private static final Duration FORGETTING = Duration.ofMinutes(5);

    @Bean
    Periodically savingAnswers(Answers answers, SessionProperties properties) {
        return Periodically.every(properties.saveEvery(), "Storing answers under way", answers::save);
    }

    @Bean
    Periodically forgettingConversations(Sessions sessions) {
        return Periodically.every(FORGETTING, "Forgetting expired conversations", sessions::forgetExpired);
    }
}
