package dev.personamarket.defaults.listening;

import java.util.List;

/**
 * Who hears broadcasts, one call after the other. What it does is quick and never fails: a failure begins the listening
 * anew.
 *
 * @param <T> what events are read as
 */
public interface Audience<T> {

    /**
     * From here on. It comes again when there are more partitions than before, or when listening broke off; offsets of
     * before then have no meaning any more.
     */
    void begin(Beginning beginning);

    /** What came together: all records since the last call, in each partition's order. */
    void hear(List<Heard<T>> heard);
}
