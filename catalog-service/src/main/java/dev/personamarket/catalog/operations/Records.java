package dev.personamarket.catalog.operations;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.function.IntUnaryOperator;

import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Cuts a file of any size into its records and never holds more than one of at most {@link #LONGEST} bytes. A record is
 * a line, and in CSV goes on while a quote is open (<a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>). Lines
 * without anything are passed over.
 */
final class Records implements Closeable {

    /** In bytes. */
    static final int LONGEST = 1024 * 1024;

    private static final int NOTHING = -1;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * A record, or what is wrong with it.
     *
     * @param line where it begins, counted from 1
     */
    record Raw(long line, @Nullable String text, @Nullable String fault) {

        private static Raw of(long line, byte[] bytes) {
            try {
                return new Raw(line, UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(), null);
            } catch (CharacterCodingException _) {
                return new Raw(line, null, "must be UTF-8");
            }
        }
    }

    private enum Place {
        FIELD_BEGINS, PLAIN, QUOTED, QUOTE_IN_QUOTED
    }

    private final InputStream input;
    private final boolean quotes;
    private IntUnaryOperator separates = character -> ",;\t".indexOf(character);
    private final ByteArrayOutputStream record = new ByteArrayOutputStream();
    private final byte[] buffer = new byte[64 * 1024];
    private int filled;
    private int next;
    private long line = 1;

    /** @param quotes whether line breaks in quotes belong to the record, as in CSV */
    Records(InputStream input, boolean quotes) {
        this.input = input;
        this.quotes = quotes;
    }

    /** Says what stands between fields, once the header has told. */
    void separatedBy(char separator) {
        separates = character -> character == separator ? 0 : -1;
    }

    /** The next record, or null after the last. */
    @Nullable
    Raw next() throws IOException {
        for (var first = line;; first = line) {
            var length = readRecord();
            if (length == NOTHING) {
                return null;
            }
            if (length > LONGEST) {
                return new Raw(first, null, "must not be longer than 1 MB%s".formatted(line - first > 1
                        ? ", but goes on to line %d: is a quote not closed?".formatted(line - 1)
                        : ""));
            }
            if (length > 0) {
                return first == 1
                        ? withoutMark(Raw.of(first, record.toByteArray()))
                        : Raw.of(first, record.toByteArray());
            }
        }
    }

    /** How many bytes it has, of which no more are kept than may be. */
    private long readRecord() throws IOException {
        record.reset();
        var length = 0L;
        var place = Place.FIELD_BEGINS;
        var character = read();
        if (character == NOTHING) {
            return NOTHING;
        }
        for (; character != NOTHING; character = read()) {
            if (character == '\n') {
                line++;
                if (place != Place.QUOTED) {
                    break;
                }
            }
            place = quotes ? place(place, character) : Place.PLAIN;
            if (length++ < LONGEST) {
                record.write(character);
            }
        }
        return withoutReturn(length);
    }

    private Place place(Place before, int character) {
        if (before == Place.QUOTED) {
            return character == '"' ? Place.QUOTE_IN_QUOTED : Place.QUOTED;
        }
        if (character == '"' && before != Place.PLAIN) {
            return Place.QUOTED;
        }
        return separates.applyAsInt(character) >= 0 ? Place.FIELD_BEGINS : Place.PLAIN;
    }

    private long withoutReturn(long length) {
        var bytes = record.toByteArray();
        if (length == 0 || length > LONGEST || bytes[bytes.length - 1] != '\r') {
            return length;
        }
        record.reset();
        record.write(bytes, 0, bytes.length - 1);
        return length - 1;
    }

    private static Raw withoutMark(Raw raw) {
        return raw.text() == null || !raw.text().startsWith(BYTE_ORDER_MARK)
                ? raw
                : new Raw(raw.line(), raw.text().substring(1), null);
    }

    private int read() throws IOException {
        if (next == filled) {
            filled = Math.max(0, input.read(buffer));
            next = 0;
        }
        return next < filled ? buffer[next++] & 0xFF : NOTHING;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
