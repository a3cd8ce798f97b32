package dev.personamarket.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs a Spring test on real engines: PostgreSQL with a fresh database for each application context, Kafka with a
 * consumer group for each, and an issuer of identity tokens. The engines start once for all tests of a JVM, embedded
 * or, with {@code -Pcontainers}, on Testcontainers. Redis is at {@link TestEngines#redis()}.
 *
 * <p>The test may inject {@link TestIdentity}, {@link TestKafka} and {@link TestEngines}.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RealEngines {

    /** Whether the application needs PostgreSQL. */
    boolean postgres() default true;

    /** Whether the application needs Kafka. */
    boolean kafka() default true;
}
