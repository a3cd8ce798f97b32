package dev.personamarket.catalog.live;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;

/**
 * Ends all streams when this instance begins to stop: open ones would hold up the orderly end of the web server, which
 * begins after this. The management server has a context of its own, whose end is none of ours.
 *
 * @see <a href="https://github.com/spring-projects/spring-boot/issues/49275">Spring Boot 49275</a>
 */
@Component
class Closing implements ApplicationListener<ContextClosedEvent> {

    private final Hub hub;
    private final ApplicationContext context;

    Closing(Hub hub, ApplicationContext context) {
        this.hub = hub;
        this.context = context;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        if (event.getApplicationContext() == context) {
            hub.close();
        }
    }
}
