package dev.personamarket.preview.guard;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How secrets are kept.
 *
 * @param canarySecret what canaries are derived from, the same in all instances; empty: each prompt's own text
 */
@ConfigurationProperties("marketplace.preview.guard")
record GuardProperties(@DefaultValue("") String canarySecret) {

    @Override
    public String toString() {
        return "GuardProperties";
    }
}
