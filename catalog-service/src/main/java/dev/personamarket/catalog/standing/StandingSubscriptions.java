package dev.personamarket.catalog.standing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.personamarket.defaults.listening.Subscription;

/** Which events change standings. */
@Configuration(proxyBeanMethods = false)
class StandingSubscriptions {

    @Bean
    Subscription ratings(Standings standings) {
        return Subscription.to("marketplace.ratings")
                .onAll(RatingSubmitted.class, standings::rated)
                .onAll(RatingWithdrawn.class, standings::rated)
                .onAll(RatingVerified.class, standings::rated)
                .onAll(SummaryRecounted.class, standings::rated).inBatches();
    }

    @Bean
    Subscription deployments(Standings standings) {
        return Subscription.to("marketplace.deployments")
                .on(PersonalityDeployed.class, standings::on)
                .on(PersonalityUndeployed.class, standings::on)
                .ignoring("marketplace.DeploymentRequested.v1", "marketplace.DeploymentFailed.v1",
                        "marketplace.DeploymentUpdated.v1");
    }

    @Bean
    Subscription previews(Standings standings) {
        return Subscription.to("marketplace.previews")
                .on(PreviewStarted.class, standings::on)
                .ignoring("marketplace.PreviewReplied.v1", "marketplace.PreviewFailed.v1");
    }
}
