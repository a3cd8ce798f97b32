package dev.personamarket.catalog.card;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

import org.jspecify.annotations.Nullable;

import dev.personamarket.defaults.Sha256;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * A PNG by its chunks, each of which is checked; the picture itself is not looked at.
 *
 * @param texts   the bytes of the first {@code tEXt} chunk of each keyword of cards, in lower case
 * @param picture the SHA-256 of what is drawn, whatever is written beside it
 * @see <a href="https://www.w3.org/TR/png-3/#5DataRep">PNG, 5</a>
 */
record PngFile(Map<String, byte[]> texts, String picture) {

    static final String V2 = "chara";
    static final String V3 = "ccv3";

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int LARGEST = 10 * 1024 * 1024;
    private static final int MOST_PIXELS = 24_000_000;
    /** As many as 2 MiB have in base64, with some line breaks. */
    private static final int LONGEST_TEXT = CardJson.LARGEST / 3 * 4 + 100_000;
    private static final Set<String> DRAWN = Set.of("IHDR", "PLTE", "tRNS", "IDAT");
    private static final Set<String> KEYWORDS = Set.of(V2, V3);

    static boolean is(byte[] bytes) {
        return bytes.length >= SIGNATURE.length && Arrays.mismatch(SIGNATURE, bytes) >= SIGNATURE.length
                || Arrays.equals(SIGNATURE, bytes);
    }

    static PngFile read(byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw Refusal.tooLarge("A PNG may have 10 MiB.");
        }
        var file = ByteBuffer.wrap(bytes).position(SIGNATURE.length);
        var texts = new HashMap<String, byte[]>();
        var picture = Sha256.begin();
        for (var type = ""; !type.equals("IEND");) {
            var data = chunk(file);
            var first = type.isEmpty();
            type = type(data);
            if (first) {
                checkHeader(type, data);
            }
            if (DRAWN.contains(type)) {
                picture.update(data.duplicate());
            }
            if (type.equals("tEXt")) {
                keep(texts, data.slice(4, data.limit() - 4));
            }
        }
        return new PngFile(texts, Sha256.end(picture));
    }

    /** The next one: its type and its data. */
    private static ByteBuffer chunk(ByteBuffer file) {
        if (file.remaining() < 12) {
            throw cutOff();
        }
        var length = file.getInt();
        if (length < 0 || length > file.remaining() - 8) {
            throw cutOff();
        }
        var data = file.slice(file.position(), 4 + length);
        file.position(file.position() + 4 + length);
        var crc = new CRC32();
        crc.update(data.duplicate());
        if ((int) crc.getValue() != file.getInt()) {
            throw Refusal.unreadable("The PNG is damaged: the checksum of a chunk is wrong.");
        }
        return data;
    }

    private static String type(ByteBuffer data) {
        var type = new byte[4];
        data.get(0, type);
        return new String(type, ISO_8859_1);
    }

    private static void checkHeader(String type, ByteBuffer data) {
        if (!type.equals("IHDR") || data.limit() != 17 || data.getInt(4) <= 0 || data.getInt(8) <= 0) {
            throw Refusal.unreadable("The PNG is damaged: it does not begin as one.");
        }
        if ((long) data.getInt(4) * data.getInt(8) > MOST_PIXELS) {
            throw Refusal.tooLarge("The picture may have 24 million pixels, not %d × %d.".formatted(data.getInt(4),
                    data.getInt(8)));
        }
    }

    private static void keep(Map<String, byte[]> texts, ByteBuffer data) {
        var bytes = new byte[Math.min(data.remaining(), 80)];
        data.get(0, bytes);
        var keyword = new String(bytes, ISO_8859_1).split("\0", 2)[0];
        var known = keyword.toLowerCase(Locale.ROOT);
        if (!KEYWORDS.contains(known) || texts.containsKey(known) || keyword.length() == data.remaining()) {
            return;
        }
        if (data.remaining() > LONGEST_TEXT) {
            throw Refusal.tooLarge("The card in the PNG may have 2 MiB.");
        }
        var text = new byte[data.remaining() - keyword.length() - 1];
        data.get(keyword.length() + 1, text);
        texts.put(known, text);
    }

    /** The text to read: a V3 card, if there is one. */
    byte @Nullable [] card() {
        return texts.getOrDefault(V3, texts.get(V2));
    }

    /** The same picture with a {@code tEXt} chunk before its end. */
    static byte[] with(byte[] png, String keyword, byte[] text) {
        var end = png.length - 12;
        var file = new ByteArrayOutputStream(png.length + text.length + 32);
        file.write(png, 0, end);
        file.writeBytes(textChunk(keyword, text));
        file.write(png, end, 12);
        return file.toByteArray();
    }

    private static byte[] textChunk(String keyword, byte[] text) {
        var chunk = ByteBuffer.allocate(12 + keyword.length() + 1 + text.length);
        chunk.putInt(keyword.length() + 1 + text.length).put("tEXt".getBytes(ISO_8859_1))
                .put(keyword.getBytes(ISO_8859_1)).put((byte) 0).put(text);
        var crc = new CRC32();
        crc.update(chunk.array(), 4, chunk.position() - 4);
        return chunk.putInt((int) crc.getValue()).array();
    }

    private static Refusal cutOff() {
        return Refusal.unreadable("The PNG is cut off.");
    }
}
