package dev.personamarket.catalog.avatar;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import static dev.personamarket.catalog.avatar.Original.NONE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * The chunks of a WebP. The decoder knows no animation: its first picture is made a file of its own.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9649">RFC 9649</a>
 */
final class WebPFile {

    private static final int ALPHA = 0x10;

    private WebPFile() {}

    static Original read(Bytes file) {
        var end = 8 + file.little(4, 4);
        if (end < 20 || end > file.length()) {
            throw Refusal.broken();
        }
        var exif = NONE;
        var still = NONE;
        for (var at = 12; at < end;) {
            var length = file.little(at + 4, 4);
            var body = file.part(at + 8, length);
            if (file.has(at, "EXIF")) {
                exif = body;
            } else if (file.has(at, "ANMF") && still.length == 0) {
                still = still(new Bytes(body));
            }
            at += 8 + length + (length & 1);
        }
        return new Original(Original.Kind.WEBP, still.length == 0 ? file.all() : still, tiff(exif), true);
    }

    private static byte[] still(Bytes frame) {
        var picture = frame.part(16, frame.length() - 16);
        var file = ByteBuffer.allocate(30 + picture.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(ISO_8859_1)).putInt(22 + picture.length).put("WEBPVP8X".getBytes(ISO_8859_1));
        file.putInt(10).putInt(new Bytes(picture).has(0, "VP8 ") ? 0 : ALPHA);
        return file.put(frame.part(6, 6)).put(picture).array();
    }

    /** Some writers put JPEG's prefix before it. */
    private static byte[] tiff(byte[] exif) {
        var bytes = new Bytes(exif);
        return bytes.has(0, "Exif\0\0") ? bytes.part(6, exif.length - 6) : exif;
    }
}
