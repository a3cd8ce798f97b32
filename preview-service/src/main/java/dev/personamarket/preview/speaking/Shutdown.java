package dev.personamarket.preview.speaking;

import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;

import dev.personamarket.preview.model.ModelException;
import dev.personamarket.preview.model.ModelFault;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Says when this instance is about to stop. An open stream would hold up the orderly end of the web server until its
 * patience is over, so streams end themselves before it begins.
 *
 * @see <a href="https://github.com/spring-projects/spring-boot/issues/49275">Spring Boot 49275</a>
 */
@Component
public class Shutdown implements ApplicationListener<ContextClosedEvent> {

    private final Sinks.Empty<Void> begun = Sinks.empty();

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        begun.tryEmitEmpty();
    }

    /** Fails once the end has begun, and never completes before. */
    public <T> Mono<T> signal() {
        return begun.asMono().then(Mono.error(() -> new ModelException(ModelFault.STOPPING, "This instance stops")));
    }
}
