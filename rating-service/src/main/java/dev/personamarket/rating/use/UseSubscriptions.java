package dev.personamarket.rating.use;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.personamarket.defaults.listening.Subscription;

/** Which events tell of use. */
@Configuration(proxyBeanMethods = false)
class UseSubscriptions {

    @Bean
    Subscription previews(Uses uses) {
        return Subscription.to("marketplace.previews").on(PreviewReplied.class, uses::on)
                .ignoring("marketplace.PreviewStarted.v1", "marketplace.PreviewFailed.v1");
    }

    @Bean
    Subscription deployments(Uses uses) {
        return Subscription.to("marketplace.deployments").on(PersonalityDeployed.class, uses::on)
                .ignoring("marketplace.DeploymentRequested.v1", "marketplace.DeploymentFailed.v1",
                        "marketplace.DeploymentUpdated.v1", "marketplace.PersonalityUndeployed.v1");
    }
}
