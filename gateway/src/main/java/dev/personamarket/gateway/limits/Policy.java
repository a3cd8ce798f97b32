package dev.personamarket.gateway.limits;

import java.time.Duration;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;

/** A limit by its name: {@code quota} requests per caller in each window. */
record Policy(String name, long quota, Duration window, BucketConfiguration bucket) {

    static Policy of(String name, LimitsSettings.Quota quota, double factor) {
        var scaled = Math.max(1, Math.round(quota.quota() * factor));
        // the whole quota comes back at the end of a window: that is what "r=29;t=60" tells a client
        var bandwidth = Bandwidth.builder().capacity(scaled).refillIntervally(scaled, quota.window()).build();
        return new Policy(name, scaled, quota.window(), BucketConfiguration.builder().addLimit(bandwidth).build());
    }

    /** Each policy counts for itself, and anew when its quota is changed. */
    String key(String caller) {
        return "limit:" + name + ":" + quota + ":" + caller;
    }

    /** {@code RateLimit-Policy} of draft-ietf-httpapi-ratelimit-headers-10. */
    String header() {
        return "\"%s\";q=%d;w=%d".formatted(name, quota, window.toSeconds());
    }
}
