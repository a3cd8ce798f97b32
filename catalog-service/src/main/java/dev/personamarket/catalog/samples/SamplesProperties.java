package dev.personamarket.catalog.samples;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param enabled whether an empty catalogue is filled with samples when the service starts */
@ConfigurationProperties("marketplace.samples")
record SamplesProperties(@DefaultValue("true") boolean enabled) {}
