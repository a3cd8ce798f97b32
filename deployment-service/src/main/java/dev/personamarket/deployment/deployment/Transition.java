package dev.personamarket.deployment.deployment;

import java.util.function.Function;

import dev.personamarket.outbox.OutgoingEvent;

/** A deployment as it is to become, and what is to be told of it: stored together or not at all. */
record Transition(Deployment deployment, News news) {

    /** What others learn. */
    sealed interface News {}

    /** A step on the way, of no concern to others. */
    record Nothing() implements News {}

    record Told(OutgoingEvent event) implements News {}

    /** An event that tells how many deployments of the personality are active afterwards. */
    record Counted(int change, Function<Standing, OutgoingEvent> event) implements News {}

    static Transition silent(Deployment deployment) {
        return new Transition(deployment, new Nothing());
    }

    static Transition telling(Deployment deployment, OutgoingEvent event) {
        return new Transition(deployment, new Told(event));
    }

    static Transition gaining(Deployment deployment, Function<Standing, OutgoingEvent> event) {
        return new Transition(deployment, new Counted(1, event));
    }

    static Transition losing(Deployment deployment, Function<Standing, OutgoingEvent> event) {
        return new Transition(deployment, new Counted(-1, event));
    }
}
