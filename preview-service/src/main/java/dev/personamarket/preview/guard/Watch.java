package dev.personamarket.preview.guard;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Reads one answer and says what of it may go on. Everything may at once, until a run is under way: that much waits to be
 * seen as a leak or as chance. At the moment when a run is noticed no more than one character less than a stretch of it
 * is out, whatever the borders between the pieces are. Takes a few kilobytes, and for each character the time of one step
 * and one look-up.
 */
final class Watch {

    private final List<Track> tracks;
    private final StringBuilder written = new StringBuilder();
    private final IntConsumer follow = this::follow;
    private int position;
    private int released;

    Watch(List<Track> tracks) {
        this.tracks = tracks;
    }

    /** Takes the next piece and returns what may go on now, which can be nothing. Of a leak nothing may. */
    String accept(String piece) {
        written.append(piece);
        while (position < written.length()) {
            var character = written.codePointAt(position);
            Folding.fold(character, follow);
            position += Character.charCount(character);
        }
        return release(tracks.stream().mapToInt(track -> track.startOr(position)).min().orElse(position));
    }

    /** The answer is complete: returns what waited, unless that is a leak. */
    String end() {
        tracks.forEach(track -> track.reach(position));
        return release(position);
    }

    Optional<Detector> leak() {
        return tracks.stream().filter(Track::isLeaking).map(Track::detector).findFirst();
    }

    /** All that the answer said, leaks included. */
    String text() {
        return written.toString();
    }

    private void follow(int folded) {
        for (var track : tracks) {
            track.add(folded, position);
        }
    }

    private String release(int end) {
        if (leak().isPresent() || end <= released) {
            return "";
        }
        var text = written.substring(released, end);
        released = end;
        return text;
    }
}
