package dev.personamarket.catalog.card;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A CHARX file: a ZIP archive with {@code card.json} at its root. Only its directory is read at first, and each entry
 * is unpacked when it is asked for, never beyond the size that it admits to; the rest is never unpacked.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">ZIP, 4.3</a>
 */
final class Charx {

    static final int LARGEST = 20 * 1024 * 1024;
    private static final int MOST_ENTRIES = 200;
    private static final int HIGHEST_RATIO = 100;
    private static final String CARD = "card.json";

    private static final int DIRECTORY_ENTRY = 0x02014b50;
    private static final int DIRECTORY_END = 0x06054b50;
    private static final int END_LENGTH = 22;

    private final ByteBuffer file;
    private final Map<String, CharxEntry> entries = new HashMap<>();

    private Charx(ByteBuffer file) {
        this.file = file;
    }

    static boolean is(byte[] bytes) {
        return bytes.length >= 4
                && ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt() == CharxEntry.SIGNATURE;
    }

    static Charx read(byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw Refusal.tooLarge("A CHARX file may have 20 MiB.");
        }
        var archive = new Charx(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        try {
            archive.readDirectory(archive.end());
        } catch (IndexOutOfBoundsException _) {
            throw broken();
        }
        return archive;
    }

    private int end() {
        for (var at = file.limit() - END_LENGTH; at >= 0 && at >= file.limit() - END_LENGTH - 0xffff; at--) {
            if (file.getInt(at) == DIRECTORY_END && at + END_LENGTH + unsignedShort(at + 20) == file.limit()) {
                return at;
            }
        }
        throw broken();
    }

    private void readDirectory(int end) {
        var count = unsignedShort(end + 10);
        if (count > MOST_ENTRIES) {
            throw Refusal.tooLarge("A CHARX file may have 200 entries, not %d.".formatted(count));
        }
        var at = file.getInt(end + 16);
        var unpacked = 0L;
        for (var i = 0; i < count; i++) {
            if (file.getInt(at) != DIRECTORY_ENTRY) {
                throw broken();
            }
            unpacked += add(at);
            at += 46 + unsignedShort(at + 28) + unsignedShort(at + 30) + unsignedShort(at + 32);
        }
        checkRatio(file.limit(), unpacked);
    }

    private int add(int at) {
        var name = new byte[unsignedShort(at + 28)];
        file.get(at + 46, name);
        var path = new String(name, UTF_8);
        checkPath(path);
        if ((unsignedShort(at + 8) & 1) != 0) {
            throw Refusal.unreadable("The CHARX file is encrypted.");
        }
        var entry = new CharxEntry(unsignedShort(at + 10), file.getInt(at + 16), file.getInt(at + 20),
                file.getInt(at + 24), file.getInt(at + 42));
        if (entry.packed() < 0 || entry.unpacked() < 0 || entries.put(path, entry) != null) {
            throw broken();
        }
        checkRatio(entry.packed(), entry.unpacked());
        return entry.unpacked();
    }

    private static void checkPath(String path) {
        if (path.startsWith("/") || path.contains("\\") || path.contains(":") || List.of(path.split("/")).contains("..")
                || path.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.unreadable("The CHARX file has an entry that leads out of it.");
        }
    }

    private static void checkRatio(long packed, long unpacked) {
        if (unpacked > HIGHEST_RATIO * packed) {
            throw Refusal.tooLarge("The CHARX file unfolds to more than a hundred times its size.");
        }
    }

    byte[] card() {
        var card = unpack(CARD, CardJson.LARGEST);
        if (card == null) {
            throw Refusal.unsupported("The archive has no card.json, and so is no CHARX file.");
        }
        return card;
    }

    /** The bytes of an entry, if there is one of this path; fails if there are more than this. */
    byte @Nullable [] unpack(String path, int largest) {
        var entry = entries.get(path);
        if (entry == null) {
            return null;
        }
        if (entry.unpacked() > largest) {
            throw Refusal.tooLarge("%s in the CHARX file may have %d bytes.".formatted(path, largest));
        }
        return entry.unpack(file);
    }

    private int unsignedShort(int at) {
        return Short.toUnsignedInt(file.getShort(at));
    }

    static Refusal broken() {
        return Refusal.unreadable("The CHARX file is broken.");
    }
}
