package dev.personamarket.preview.speaking;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param heartbeat between two signs that a silent stream is alive */
@ConfigurationProperties("marketplace.preview")
record StreamProperties(@DefaultValue("15s") Duration heartbeat) {}
