package dev.personamarket.preview.persona;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import jakarta.validation.constraints.Min;

/**
 * How long prompts may be.
 *
 * @param contextTokens of one prompt, by our estimate
 */
@Validated
@ConfigurationProperties("marketplace.preview")
public record PromptProperties(@Min(1000) @DefaultValue("8000") int contextTokens) {}
