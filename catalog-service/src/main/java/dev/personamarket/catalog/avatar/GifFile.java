package dev.personamarket.catalog.avatar;

import static dev.personamarket.catalog.avatar.Original.NONE;

/** The blocks of a GIF up to its first picture; the decoder does not mind if that one breaks off. */
final class GifFile {

    private GifFile() {}

    static Original read(Bytes file) {
        var at = 13 + table(file.at(10));
        while (file.at(at) == 0x21) { // an extension
            at = afterBlocks(file, at + 2);
        }
        if (file.at(at) != 0x2c) {
            throw Refusal.broken();
        }
        afterBlocks(file, at + 11 + table(file.at(at + 9)));
        return new Original(Original.Kind.GIF, file.all(), NONE, false);
    }

    private static int table(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }

    private static int afterBlocks(Bytes file, int from) {
        var at = from;
        while (file.at(at) != 0) {
            at += 1 + file.at(at);
        }
        return at + 1;
    }
}
