package dev.personamarket.simulators.calls;

import java.util.List;

import dev.personamarket.simulators.BoundedMap;
import dev.personamarket.simulators.Resettable;
import org.springframework.stereotype.Component;

/** The last {@value #CAPACITY} calls, oldest first. */
@Component
public class Calls implements Resettable {

    static final int CAPACITY = 2_000;
    static final int BODY_LIMIT = 16 * 1024;

    private final BoundedMap<Recording, Recording> recordings = new BoundedMap<>(CAPACITY);

    void add(Recording recording) {
        recordings.put(recording, recording);
    }

    public List<Call> all() {
        return recordings.values().stream().map(Recording::toCall).toList();
    }

    /** The calls whose path starts so. */
    public List<Call> to(String pathPrefix) {
        return all().stream().filter(call -> call.path().startsWith(pathPrefix)).toList();
    }

    @Override
    public void reset() {
        recordings.clear();
    }
}
