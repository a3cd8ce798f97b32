package dev.personamarket.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.personamarket.testing.AsyncApi.TopicEvent;

/** Holds what a service sends and reads in code against what {@code asyncapi.yaml} says that it does, both ways. */
public final class EventContracts {

    private final AsyncApi document;
    private final String service;
    private final EventRecords code;
    private final List<String> faults = new ArrayList<>();

    EventContracts(AsyncApi document, String service, EventRecords code) {
        this.document = document;
        this.service = service;
        this.code = code;
    }

    /**
     * @param service     as in {@code x-service} of the operations, such as {@code some-service}
     * @param basePackage where all event records of the service are
     */
    public static EventContracts of(String service, String basePackage) {
        return new EventContracts(AsyncApi.committed(), service, new EventRecords(basePackage));
    }

    /** As {@link #verify(Collection, Collection)}, for a service that hears no broadcast. */
    public void verify(Collection<?> subscriptions) {
        verify(subscriptions, List.of());
    }

    /**
     * Fails with every difference at once: an event that is sent or read in code but not in the document, or the other
     * way round; a type on a subscribed topic that is neither handled nor ignored; a consumer's record that cannot read
     * the golden sample or that nobody subscribes to.
     *
     * @param subscriptions all {@code Subscription} beans of the service; empty when it reads nothing
     * @param broadcasts    all {@code Broadcast} beans of the service, which need not decide about every type
     */
    public void verify(Collection<?> subscriptions, Collection<?> broadcasts) {
        faults.clear();
        var decided = subscriptions.stream().map(Listening::of).toList();
        var listenings = Stream.concat(decided.stream(), broadcasts.stream().map(Listening::of)).toList();
        compare("sends", code.outgoing().stream().map(EventRecords::destination), document.sentBy(service));
        compare("reads", listenings.stream().flatMap(EventContracts::handled), document.receivedBy(service));
        decided.forEach(this::everyTypeIsDecided);
        everyRecordIsSubscribed(listenings);
        code.incoming().forEach(incoming -> faults.addAll(GoldenReading.faults(incoming)));
        if (!faults.isEmpty()) {
            throw new AssertionError(faults.stream().collect(Collectors.joining("\n  - ",
                    service + " and infra/contracts/asyncapi.yaml do not agree:\n  - ", "")));
        }
    }

    private void compare(String verb, Stream<TopicEvent> inCode, Collection<TopicEvent> inDocument) {
        var found = inCode.collect(Collectors.toCollection(TreeSet::new));
        found.stream().filter(event -> !inDocument.contains(event)).forEach(event -> faults
                .add("the code %s %s, the document has no such operation".formatted(verb, event)));
        inDocument.stream().filter(event -> !found.contains(event)).forEach(event -> faults
                .add("the document says that it %s %s, the code does not".formatted(verb, event)));
    }

    private void everyTypeIsDecided(Listening listening) {
        var known = document.typesOn(listening.topic());
        known.stream().filter(type -> !listening.decides(type)).forEach(type -> faults
                .add("%s on %s is neither handled nor ignored".formatted(type, listening.topic())));
        listening.ignored().stream().filter(type -> !known.contains(type)).sorted().forEach(type -> faults
                .add("%s is ignored on %s, where there is no such event".formatted(type, listening.topic())));
    }

    private void everyRecordIsSubscribed(List<Listening> listenings) {
        var subscribed = listenings.stream().flatMap(listening -> listening.records().stream())
                .collect(Collectors.toSet());
        code.incoming().stream().filter(incoming -> !subscribed.contains(incoming)).forEach(incoming -> faults
                .add("%s is read by no subscription".formatted(incoming.getName())));
    }

    private static Stream<TopicEvent> handled(Listening listening) {
        return listening.records().stream()
                .map(incoming -> new TopicEvent(listening.topic(), EventRecords.type(incoming)));
    }
}
