package dev.personamarket.testing;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ClassUtils;

/**
 * The event records of a service, found by their annotation. Annotations are known by their short name: the jars that
 * declare them use this jar for their own tests, so this jar cannot depend on them.
 */
final class EventRecords {

    private static final String OUTGOING = "EventType";
    private static final String INCOMING = "IncomingEvent";

    private final String basePackage;

    EventRecords(String basePackage) {
        this.basePackage = basePackage;
    }

    List<Class<?>> outgoing() {
        return annotated(OUTGOING);
    }

    List<Class<?>> incoming() {
        return annotated(INCOMING);
    }

    /** Where an outgoing record goes. */
    static AsyncApi.TopicEvent destination(Class<?> outgoing) {
        return new AsyncApi.TopicEvent(attribute(outgoing, OUTGOING, "topic"), attribute(outgoing, OUTGOING, "type"));
    }

    /** The type of event that an incoming record is of. */
    static String type(Class<?> incoming) {
        return attribute(incoming, INCOMING, "value");
    }

    private List<Class<?>> annotated(String annotation) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter((reader, _) -> reader.getAnnotationMetadata().getAnnotationTypes().stream()
                .anyMatch(type -> ClassUtils.getShortName(type).equals(annotation)));
        return scanner.findCandidateComponents(basePackage).stream().map(AnnotatedBeanDefinition.class::cast)
                .map(found -> found.getMetadata().getClassName()).sorted().<Class<?>>map(EventRecords::load).toList();
    }

    private static Class<?> load(String name) {
        return ClassUtils.resolveClassName(name, EventRecords.class.getClassLoader());
    }

    private static String attribute(Class<?> type, String annotation, String attribute) {
        var declared = Arrays.stream(type.getAnnotations()).filter(candidate -> is(candidate, annotation)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type + " lacks @" + annotation));
        return Objects.requireNonNull(AnnotationUtils.getValue(declared, attribute)).toString();
    }

    private static boolean is(Annotation candidate, String name) {
        return candidate.annotationType().getSimpleName().equals(name);
    }
}
