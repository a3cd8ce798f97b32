package dev.personamarket.preview.guard;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.personamarket.preview.model.ModelEvent;
import dev.personamarket.preview.model.Prompt;
import dev.personamarket.preview.persona.Persona;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Flux;

/**
 * Lets no answer say what is confidential: the conversation's canary, or more than a few words of the texts that make a
 * hidden personality speak, however they are set, reversed, by ROT13, in base64 or in hexadecimal. It compares
 * characters and knows no meanings: it does not see what is translated, told in other words, written in another cipher or
 * with look-alikes from other scripts, or given away in pieces of a few words, in one answer or over several.
 */
@Component
public class OutputGuard {

    private static final Logger LOG = LoggerFactory.getLogger(OutputGuard.class);

    /** Letters and digits of a canary that make a stretch; one is enough. */
    private static final int CANARY_STRETCH = 12;

    /** Hashes that are kept for all personalities together: 32 MB, or hundreds of long prompts. */
    private static final long MOST_HASHES = 8_000_000;

    private final Canaries canaries;
    private final MeterRegistry meters;
    private final Cache<String, Secrets> secrets = Caffeine.newBuilder().maximumWeight(MOST_HASHES)
            .weigher((String _, Secrets kept) -> kept.size()).build();

    OutputGuard(GuardProperties properties, MeterRegistry meters) {
        this.canaries = new Canaries(properties);
        this.meters = meters;
        Arrays.stream(Detector.values()).forEach(this::leaks);
    }

    /** What is to stand in the prompt of this conversation, and in nothing that is said. */
    public String canary(Persona persona, UUID sessionId) {
        return canaries.of(persona, sessionId);
    }

    /**
     * The answer as it may be passed on: the same, token by token, unless it leaks. Then the call to the model is
     * cancelled, a {@link ModelEvent.Replacement} stands for the answer, and it ends with the reason
     * {@code content_filter}.
     */
    public Flux<ModelEvent> watch(Persona persona, UUID sessionId, Prompt prompt, Flux<ModelEvent> answer) {
        return Flux.defer(() -> {
            var watched = new WatchedAnswer(new Watch(tracks(persona, sessionId, prompt)), prompt,
                    detector -> stopped(persona, detector));
            return answer.concatMapIterable(watched::pass).takeUntil(watched::isStoppedBy);
        });
    }

    private List<Track> tracks(Persona persona, UUID sessionId, Prompt prompt) {
        var canary = Fingerprints.of(CANARY_STRETCH, Variants.of(canary(persona, sessionId)));
        return Stream.concat(Stream.of(new Track(Detector.CANARY, canary, _ -> true)),
                persona.open() ? Stream.of() : secrets.get(prompt.hash(), _ -> Secrets.of(persona)).tracks()).toList();
    }

    private void stopped(Persona persona, Detector detector) {
        leaks(detector).increment();
        LOG.warn("An answer of personality {}, version {}, was stopped: its {} detector saw a leak",
                persona.personalityId(), persona.version(), detector.code());
    }

    /** Registered from the start, so that no leak is a zero and not an absence. */
    private Counter leaks(Detector detector) {
        return Counter.builder("preview.leaks").description("Answers that were stopped as they leaked a prompt")
                .tag("detector", detector.code()).register(meters);
    }
}
