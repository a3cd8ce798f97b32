package dev.personamarket.gateway.limits;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

/**
 * @param factor         multiplies every quota; for load tests
 * @param trustedProxies networks (CIDR) of our own proxies, whose {@code X-Forwarded-For} is believed; none by default
 * @param policies       by the name that routes use
 */
@Validated
@ConfigurationProperties("gateway.limits")
record LimitsSettings(@DefaultValue("1") @DecimalMin("0.001") double factor, @DefaultValue List<String> trustedProxies,
        @NotEmpty Map<String, @Valid Quota> policies) {

    /** So many requests in each window. */
    record Quota(@Positive long quota, @NotNull @DefaultValue("60s") Duration window) {}
}
