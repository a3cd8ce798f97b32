package dev.personamarket.benchmarks;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people did, and what therefore has to be there: of each person and personality, what the last act left. */
final class History {

    /** The stars where there is no rating. */
    static final int NONE = 0;

    record Pair(String personality, String person) {}

    /** How many ratings are not there as they were acknowledged, and how many are there though nobody gave them. */
    record Verdict(long lost, long invented) {}

    /** Something that is over only once it was acknowledged. */
    interface Act {
        void perform() throws Exception;
    }

    private static final class Entry {

        private final ReentrantLock turn = new ReentrantLock();
        private volatile int stars = NONE;
    }

    private final ConcurrentMap<Pair, Entry> entries = new ConcurrentHashMap<>();

    /** Does the act once no other act of the pair is under way, and notes what it leaves. */
    void perform(Pair pair, int stars, Act act) throws Exception {
        var entry = entries.computeIfAbsent(pair, _ -> new Entry());
        entry.turn.lock();
        try {
            act.perform();
            entry.stars = stars;
        } finally {
            entry.turn.unlock();
        }
    }

    /** Holds what is stored against what has to be there. */
    Verdict compare(Map<Pair, Integer> stored) {
        return new Verdict(rated().filter(pair -> stored.getOrDefault(pair, NONE) != stars(pair)).count(),
                stored.keySet().stream().filter(pair -> stars(pair) == NONE).count());
    }

    /** How many ratings each personality has to show. */
    Map<String, Long> counts() {
        return rated().collect(Collectors.groupingBy(Pair::personality, TreeMap::new, Collectors.counting()));
    }

    private Stream<Pair> rated() {
        return entries.keySet().stream().filter(pair -> stars(pair) != NONE);
    }

    private int stars(Pair pair) {
        var entry = entries.get(pair);
        return entry == null ? NONE : entry.stars;
    }
}
