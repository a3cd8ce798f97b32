package dev.personamarket.catalog.avatar;

import java.util.zip.CRC32;

import static dev.personamarket.catalog.avatar.Original.NONE;

/**
 * The chunks of a PNG, each with its checksum, which the decoder does not look at. What follows the end is not read.
 *
 * @see <a href="https://www.w3.org/TR/png-3/#5Chunk-layout">PNG, 5.3</a>
 */
final class PngFile {

    private PngFile() {}

    static Original read(Bytes file) {
        var exif = NONE;
        var at = 8;
        while (!file.has(at + 4, "IEND")) {
            var length = file.big(at, 4);
            var body = file.part(at + 4, 4 + Math.max(-4, length));
            if (length < 0 || crc(body) != file.big(at + 8 + length, 4)) {
                throw Refusal.broken();
            }
            if (file.has(at + 4, "eXIf")) {
                exif = file.part(at + 8, length);
            }
            at += 12 + length;
        }
        file.part(at, 12);
        return new Original(Original.Kind.PNG, file.all(), exif, false);
    }

    private static int crc(byte[] body) {
        var crc = new CRC32();
        crc.update(body);
        return (int) crc.getValue();
    }
}
