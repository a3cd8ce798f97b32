package dev.personamarket.catalog.card;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * An entry of a CHARX file, as the directory tells of it.
 *
 * @param method   how it is packed
 * @param crc      the checksum of what is packed in it
 * @param packed   how many bytes it has in the file
 * @param unpacked how many it admits to have then
 * @param offset   where it begins
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">ZIP, 4.3.7</a>
 */
record CharxEntry(int method, int crc, int packed, int unpacked, int offset) {

    /** What each begins with. */
    static final int SIGNATURE = 0x04034b50;

    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    /** Its bytes, as many as it admits to and no others. */
    byte[] unpack(ByteBuffer file) {
        try {
            var bytes = new byte[unpacked];
            fill(bytes, file);
            check(bytes);
            return bytes;
        } catch (IndexOutOfBoundsException | DataFormatException _) {
            throw Charx.broken();
        }
    }

    private void fill(byte[] bytes, ByteBuffer file) throws DataFormatException {
        var content = content(file);
        switch (method) {
            case STORED -> content.get(0, bytes);
            case DEFLATED -> inflate(content, bytes);
            default -> throw Refusal.unreadable("The CHARX file is packed in a way that is not read here.");
        }
    }

    /** What is behind the entry's own head, in which the path and more are as long as it says there. */
    private ByteBuffer content(ByteBuffer file) {
        if (file.getInt(offset) != SIGNATURE) {
            throw Charx.broken();
        }
        var start = offset + 30 + Short.toUnsignedInt(file.getShort(offset + 26))
                + Short.toUnsignedInt(file.getShort(offset + 28));
        return file.slice(start, packed);
    }

    /** Fills the bytes, with neither too little nor too much. */
    private static void inflate(ByteBuffer content, byte[] bytes) throws DataFormatException {
        var inflater = new Inflater(true);
        try {
            inflater.setInput(content);
            var length = inflater.inflate(bytes);
            if (length != bytes.length || !inflater.finished() && inflater.inflate(new byte[1]) > 0) {
                throw Charx.broken();
            }
        } finally {
            inflater.end();
        }
    }

    private void check(byte[] bytes) {
        var sum = new CRC32();
        sum.update(bytes);
        if ((int) sum.getValue() != crc) {
            throw Refusal.unreadable("The CHARX file is damaged: the checksum of an entry is wrong.");
        }
    }
}
