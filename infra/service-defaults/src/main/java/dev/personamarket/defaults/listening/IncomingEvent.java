package dev.personamarket.defaults.listening;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A consumer's own record of an event: the fields that this consumer reads, and no others. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface IncomingEvent {

    /** The CloudEvents type, with its version: {@code marketplace.Something.v1}. */
    String value();
}
