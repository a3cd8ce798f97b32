package dev.personamarket.catalog.paging;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

import org.springframework.util.DigestUtils;

import dev.personamarket.defaults.problems.Problem;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The last entry of a page: the next page is what comes after it, whatever was inserted meanwhile. Opaque to callers,
 * and good only for the list that it came from: a checksum over both shows when it was altered or used elsewhere. It is
 * no signature, as it opens nothing that is not open anyway.
 *
 * @param key what the list is sorted by, as text
 * @param id  decides between equal keys
 */
public record Cursor(String key, UUID id) {

    /** What is told to whoever brings another one. */
    public static final String RULE = "must be the nextCursor of a page of this very list";

    private static final int CHECKSUM = 8;
    private static final int ID = 16;

    /** @param list everything that makes the list what it is: its sort and its filters, but not the page's size */
    public String encode(String list) {
        var text = key.getBytes(UTF_8);
        var bytes = ByteBuffer.allocate(CHECKSUM + ID + text.length).put(checksum(list))
                .putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).put(text).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Fails with a 400 unless the text was made by {@link #encode} for the same list. */
    public static Cursor decode(String text, String list) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            var id = new UUID(bytes.getLong(CHECKSUM), bytes.getLong(CHECKSUM + Long.BYTES));
            var key = UTF_8.decode(bytes.position(CHECKSUM + ID)).toString();
            var cursor = new Cursor(key, id);
            if (cursor.encode(list).equals(text)) {
                return cursor;
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw invalid();
        }
        throw invalid();
    }

    /** The key of a list that is sorted by time. Fails with a 400 if it is none. */
    public Instant time() {
        try {
            return Instant.parse(key);
        } catch (DateTimeParseException e) {
            throw invalid();
        }
    }

    private byte[] checksum(String list) {
        var digest = DigestUtils.md5Digest(String.join("\n", list, id.toString(), key).getBytes(UTF_8));
        return Arrays.copyOf(digest, CHECKSUM);
    }

    private static Problem invalid() {
        return Problem.invalid("cursor", RULE);
    }
}
