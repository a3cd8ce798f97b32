package dev.personamarket.catalog.live;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.personamarket.defaults.listening.Partitions;

/**
 * How far somebody has heard: the next Kafka offset of every partition that is listened to. Offsets mean the same to
 * every instance and to the next start of this one, so a position that one of them gave out can be gone on from at any
 * other. As text it is the id of an event: base64url of a format version, the partitions' fingerprint, and the offsets
 * as numbers of variable length (LEB128).
 */
final class Position {

    private static final byte FORMAT = 1;
    private static final int LONGEST_TEXT = 4096;
    private static final int LONGEST_OFFSET = 9;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final int fingerprint;
    private final long[] next;

    private Position(int fingerprint, long[] next) {
        this.fingerprint = fingerprint;
        this.next = next;
    }

    /** @param offsets the next of each of the partitions */
    static Position of(Partitions partitions, List<Long> offsets) {
        return new Position(partitions.fingerprint(), offsets.stream().mapToLong(Long::longValue).toArray());
    }

    /** What {@link #toString()} wrote; nothing, if it is no position in these partitions. */
    static Optional<Position> parse(String text, Partitions partitions) {
        if (text.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        try {
            return read(ByteBuffer.wrap(Base64.getUrlDecoder().decode(text)), partitions);
        } catch (IllegalArgumentException | BufferUnderflowException _) {
            return Optional.empty();
        }
    }

    private static Optional<Position> read(ByteBuffer bytes, Partitions partitions) {
        if (bytes.get() != FORMAT || bytes.getInt() != partitions.fingerprint()) {
            return Optional.empty();
        }
        var next = new long[partitions.size()];
        for (var i = 0; i < next.length; i++) {
            next[i] = number(bytes);
        }
        return bytes.hasRemaining() ? Optional.empty() : Optional.of(new Position(partitions.fingerprint(), next));
    }

    private static long number(ByteBuffer bytes) {
        var number = 0L;
        for (var i = 0; i < LONGEST_OFFSET; i++) {
            var part = bytes.get();
            number |= (part & 0x7FL) << 7 * i;
            if (part >= 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("A number is too long");
    }

    /** The same, with the record at this offset and all before it. */
    Position after(int partition, long offset) {
        var more = next.clone();
        more[partition] = offset + 1;
        return new Position(fingerprint, more);
    }

    /** Whether the record at this offset was heard. */
    boolean has(int partition, long offset) {
        return offset < next[partition];
    }

    /** Whether all was heard that was heard there. */
    boolean reaches(Position other) {
        return IntStream.range(0, next.length).allMatch(i -> next[i] >= other.next[i]);
    }

    /** What was heard here or there. */
    Position with(Position other) {
        return new Position(fingerprint,
                IntStream.range(0, next.length).mapToLong(i -> Math.max(next[i], other.next[i])).toArray());
    }

    @Override
    public String toString() {
        var bytes = ByteBuffer.allocate(1 + Integer.BYTES + next.length * LONGEST_OFFSET).put(FORMAT)
                .putInt(fingerprint);
        for (var offset : next) {
            var rest = offset;
            for (; rest > 0x7F; rest >>>= 7) {
                bytes.put((byte) (rest | 0x80));
            }
            bytes.put((byte) rest);
        }
        return ENCODER.encodeToString(Arrays.copyOf(bytes.array(), bytes.position()));
    }
}
