package dev.personamarket.catalog.live;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.personamarket.defaults.Periodically;
import dev.personamarket.defaults.listening.Broadcast;
import dev.personamarket.defaults.listening.BroadcastListener;
import dev.personamarket.defaults.listening.Broadcasts;
import reactor.core.publisher.Mono;

/** Which events are told live, and when. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

    @Bean
    Broadcast<Change> ratingChanges() {
        return Broadcast.<Change>of("marketplace.ratings")
                .on(RatingSubmitted.class, RatingChange::of)
                .on(RatingWithdrawn.class, RatingChange::of)
                .on(RatingVerified.class, RatingChange::of)
                .on(SummaryRecounted.class, RatingChange::of);
    }

    @Bean
    Broadcast<Change> deploymentChanges() {
        return Broadcast.<Change>of("marketplace.deployments")
                .on(PersonalityDeployed.class, DeploymentChange::of)
                .on(PersonalityUndeployed.class, DeploymentChange::of);
    }

    @Bean
    Broadcast<Change> personalityChanges() {
        return Broadcast.<Change>of("marketplace.personalities")
                .on(PersonalityPublished.class, PersonalityChange::of)
                .on(PersonalityArchived.class, PersonalityChange::of);
    }

    @Bean
    BroadcastListener<Change> changes(Broadcasts broadcasts, List<Broadcast<Change>> read, Hub hub) {
        return broadcasts.listener(read, hub);
    }

    @Bean
    Periodically heartbeats(Hub hub, LiveProperties properties) {
        return Periodically.every(properties.heartbeat(), "Telling that streams are alive",
                () -> Mono.fromRunnable(hub::beat));
    }
}
