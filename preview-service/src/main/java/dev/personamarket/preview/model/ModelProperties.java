package dev.personamarket.preview.model;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Which model answers, and how long it may take.
 *
 * @param baseUrl         what stands for {@code https://api.openai.com/v1}
 * @param name            the model's name there
 * @param limitField      the name that the server knows the limit by: {@code max_completion_tokens}, or
 *                        {@code max_tokens} with many others than OpenAI
 * @param maxTokens       the longest answer
 * @param temperature     where a personality wishes for none; absent: the model's own
 * @param allowedModels   names of further models that a personality may wish for
 * @param highestTemperature that a personality may wish for
 * @param connectDeadline to reach the server
 * @param firstDeadline   from asking to the first sign of an answer
 * @param idleDeadline    between two signs of life
 * @param totalDeadline   for everything, retries included
 * @param retries         further tries before the first token, after faults that a moment may cure
 * @param longestWait     a server that asks for a longer pause before a retry is not asked again
 * @param connections     open to the server at most
 */
@Validated
@ConfigurationProperties("marketplace.preview.model")
public record ModelProperties(@NotNull URI baseUrl, @NotNull ApiKey apiKey, @NotBlank String name,
        @Pattern(regexp = "max_completion_tokens|max_tokens") @DefaultValue("max_completion_tokens") String limitField,
        @Min(1) @DefaultValue("800") int maxTokens,
        @Nullable @DecimalMin("0") @DecimalMax("2") Double temperature, @DefaultValue List<String> allowedModels,
        @DecimalMin("0") @DecimalMax("2") @DefaultValue("1.2") double highestTemperature,
        @DefaultValue("2s") Duration connectDeadline, @DefaultValue("15s") Duration firstDeadline,
        @DefaultValue("15s") Duration idleDeadline, @DefaultValue("120s") Duration totalDeadline,
        @Min(0) @DefaultValue("2") int retries, @DefaultValue("3s") Duration longestWait,
        @Min(1) @DefaultValue("2000") int connections) {

    public ModelProperties {
        if (baseUrl != null && !("http".equals(baseUrl.getScheme()) || "https".equals(baseUrl.getScheme()))) {
            throw new IllegalArgumentException("marketplace.preview.model.base-url must be an http or https address");
        }
    }

    /** The model that is asked: the one wished for if that is allowed, else the usual one. */
    String model(Generation wish) {
        return wish.model() != null && allowedModels.contains(wish.model()) ? wish.model() : name;
    }

    /** The temperature that is asked for: the one wished for, as far as it is allowed. Null for the model's own. */
    @Nullable
    Double temperature(Generation wish) {
        return wish.temperature() == null
                ? temperature
                : Double.valueOf(Math.min(wish.temperature(), highestTemperature));
    }

    /** A secret that does not print itself. */
    public record ApiKey(String value) {

        @Override
        public String toString() {
            return "(secret)";
        }
    }
}
