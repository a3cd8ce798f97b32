package dev.personamarket.rating.rating;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import dev.personamarket.rating.rating.RatingProperties.Prior;
import dev.personamarket.rating.rating.RatingProperties.Weight;

import static org.assertj.core.api.Assertions.assertThat;

class RatingPropertiesTests {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(RatingProperties.class)
    static class Settings {}

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withUserConfiguration(Settings.class);

    @Test
    void whatIsNotSetIsAsUsual() {
        service.run(started -> assertThat(started.getBean(RatingProperties.class))
                .isEqualTo(new RatingProperties(false, new Prior(10, 3.5), new Weight(1, 3))));
    }

    @Test
    void eachCanBeSet() {
        service.withPropertyValues("marketplace.rating.require-use=true", "marketplace.rating.prior.count=2.5",
                "marketplace.rating.prior.mean=3", "marketplace.rating.weight.unverified=0",
                "marketplace.rating.weight.verified=1")
                .run(started -> assertThat(started.getBean(RatingProperties.class))
                        .isEqualTo(new RatingProperties(true, new Prior(2.5, 3), new Weight(0, 1))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prior.count=0", "prior.count=-1", "prior.count=NaN", "prior.count=Infinity",
            "prior.mean=0.9",
            "prior.mean=5.1", "weight.verified=-1", "weight.unverified=NaN", "weight.verified=1e9"})
    void whatMakesNoSenseKeepsTheServiceFromStarting(String setting) {
        service.withPropertyValues("marketplace.rating." + setting).run(started -> assertThat(started).hasFailed()
                .getFailure().hasStackTraceContaining("marketplace.rating." + setting.replaceFirst("=.*", " must be")));
    }
}
