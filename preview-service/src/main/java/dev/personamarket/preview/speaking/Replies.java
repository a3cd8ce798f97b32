package dev.personamarket.preview.speaking;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import dev.personamarket.preview.model.ModelProperties;
import reactor.core.publisher.Flux;

/** Answers on their way to a client: stored nowhere, and marked when the simulator's model stands in for a real one. */
@Component
public class Replies {

    private static final String DEMONSTRATION = "demonstration";
    private static final String DEMONSTRATION_HEADER = "X-Demonstration-Model";

    private final Heartbeat heartbeat;
    private final HttpHeaders model = new HttpHeaders();

    Replies(StreamProperties properties, ModelProperties model) {
        this.heartbeat = new Heartbeat(properties.heartbeat());
        if (DEMONSTRATION.equals(model.name())) {
            this.model.set(DEMONSTRATION_HEADER, "true");
        }
    }

    /** As server-sent events, which proxies pass on one by one. */
    public ResponseEntity<?> stream(Flux<PreviewEvent> events) {
        return unstored(MediaType.TEXT_EVENT_STREAM).header("X-Accel-Buffering", "no")
                .body(heartbeat.within(events.map(PreviewEvent::toServerSentEvent)));
    }

    public ResponseEntity.BodyBuilder unstored(MediaType type) {
        return ResponseEntity.ok().headers(model).cacheControl(CacheControl.noStore()).contentType(type);
    }
}
