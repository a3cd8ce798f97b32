package dev.personamarket.outbox;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where an {@link OutgoingEvent} goes and what it is called there. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventType {

    /** The Kafka topic. */
    String topic();

    /** The CloudEvents type, with its version: {@code marketplace.Something.v1}. */
    String type();
}
