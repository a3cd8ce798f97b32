package dev.personamarket.catalog.avatar;

import static dev.personamarket.catalog.avatar.Original.NONE;

/**
 * The segments of a JPEG. The decoder paints grey what is missing, so that here is seen whether it has an end; and it
 * reads any number of scans, each over all pixels, of which a small file can have very many.
 */
final class JpegFile {

    private static final int MOST_SCANS = 64;
    private static final int START_OF_SCAN = 0xda;
    private static final int END = 0xd9;

    private JpegFile() {}

    static Original read(Bytes file) {
        var exif = NONE;
        var progressive = false;
        var at = 2;
        for (var marker = file.at(at + 1); marker != START_OF_SCAN; marker = file.at(at + 1)) {
            if (file.at(at) != 0xff) {
                throw Refusal.broken();
            } else if (marker == 0xff) { // a fill byte
                at++;
                continue;
            }
            var length = file.big(at + 2, 2);
            if (marker == 0xe1 && file.has(at + 4, "Exif\0\0") && length > 8) {
                exif = file.part(at + 10, length - 8);
            }
            progressive |= marker == 0xc2;
            at += 2 + length;
        }
        refuseUnended(file, at);
        return new Original(Original.Kind.JPEG, file.all(), exif, progressive);
    }

    /** Between markers an 0xff is always followed by a zero, or by the number of a restart. */
    private static void refuseUnended(Bytes file, int from) {
        var scans = 0;
        for (var at = from; scans <= MOST_SCANS; at++) {
            if (file.at(at) == 0xff) {
                if (file.at(at + 1) == END) {
                    return;
                }
                scans += file.at(at + 1) == START_OF_SCAN ? 1 : 0;
            }
        }
        throw Refusal.broken();
    }
}
