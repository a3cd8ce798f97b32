package dev.personamarket.deployment.agent;

import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;

import reactor.core.publisher.Mono;

/**
 * Personalities' faces as Discord takes them: PNG, from our own catalogue and from nowhere else, whatever an event has
 * for an address.
 *
 * @see <a href="https://docs.discord.com/developers/reference#image-data">Image data</a>
 */
@Component
class Portraits {

    private static final Logger LOG = LoggerFactory.getLogger(Portraits.class);
    private static final Pattern OURS = Pattern.compile("/api/marketplace/avatars/[0-9a-f]{64}/\\d{2,3}\\.webp");
    private static final int LARGEST = 1024 * 1024;
    private static final Duration DEADLINE = Duration.ofSeconds(3);

    private final WebClient catalogue;

    Portraits(WebClient.Builder builder, PortraitsProperties properties) {
        this.catalogue = builder.baseUrl(properties.catalogUrl().toString())
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST)).build();
    }

    static boolean isOurs(String address) {
        return OURS.matcher(address).matches();
    }

    /** A data URI, or nothing where there is no face; empty where it cannot be had just now. */
    Mono<Optional<String>> of(Optional<String> address) {
        return address.filter(Portraits::isOurs).map(webP -> fetch(webP.replace(".webp", ".png")))
                .orElse(Mono.just(Optional.empty()));
    }

    private Mono<Optional<String>> fetch(String path) {
        return catalogue.get().uri(path).accept(MediaType.IMAGE_PNG).retrieve().bodyToMono(byte[].class)
                .timeout(DEADLINE)
                .map(bytes -> Optional.of("data:image/png;base64," + Base64.getEncoder().encodeToString(bytes)))
                .onErrorResume(error -> absent(path, error));
    }

    private static Mono<Optional<String>> absent(String path, Throwable error) {
        LOG.warn("The catalogue does not give {}: {}", path, error.toString());
        return Mono.empty();
    }
}
