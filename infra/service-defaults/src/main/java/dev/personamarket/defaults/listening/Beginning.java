package dev.personamarket.defaults.listening;

import java.util.List;

/**
 * Where listening to broadcasts begins.
 *
 * @param partitions in the order of the lists
 * @param from       the first offset of each partition that is listened to
 * @param until      the offset of each partition that the next event got when this was found out: whoever has heard all
 *                   before it knows of everything that was sent before
 */
public record Beginning(Partitions partitions, List<Long> from, List<Long> until) {

    public Beginning {
        from = List.copyOf(from);
        until = List.copyOf(until);
    }
}
