package dev.personamarket.simulators.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.personamarket.simulators.Resettable;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The troubles that are switched on. The first that fits a call meets it. */
@Component
public class Faults implements Resettable {

    private final List<Active> active = new ArrayList<>();

    /** @throws org.springframework.web.util.pattern.PatternParseException when its path is no pattern */
    public synchronized void cause(Fault fault) {
        active.add(new Active(PathPatternParser.defaultInstance.parse(fault.path()), fault));
    }

    @Override
    public synchronized void reset() {
        active.clear();
    }

    public synchronized List<Fault> all() {
        return active.stream().map(Active::remaining).toList();
    }

    synchronized Optional<Fault> next(String method, PathContainer path) {
        var hit = active.stream().filter(candidate -> candidate.meets(method, path)).findFirst();
        hit.ifPresent(this::count);
        return hit.map(Active::fault);
    }

    private void count(Active hit) {
        hit.used++;
        if (hit.isOver()) {
            active.remove(hit);
        }
    }

    private static final class Active {

        private final PathPattern pattern;
        private final Fault fault;
        private int used;

        private Active(PathPattern pattern, Fault fault) {
            this.pattern = pattern;
            this.fault = fault;
        }

        private Fault fault() {
            return fault;
        }

        private Fault remaining() {
            return fault.times() == null ? fault : fault.times(fault.times() - used);
        }

        private boolean isOver() {
            return fault.times() != null && used >= fault.times();
        }

        private boolean meets(String method, PathContainer path) {
            return (fault.method() == null || fault.method().equalsIgnoreCase(method)) && pattern.matches(path);
        }
    }
}
