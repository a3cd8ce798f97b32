package dev.personamarket.catalog.avatar;

/**
 * How a camera was held, by the EXIF tag of this name.
 *
 * @param value 1, upright, to 8
 * @see <a href="https://www.cipa.jp/std/documents/e/DC-X008-Translation-2019-E.pdf">EXIF 2.32, 4.6.4 A</a>
 */
record Orientation(int value) {

    static final Orientation UPRIGHT = new Orientation(1);

    private static final int TAG = 0x0112;

    /** Upright, if the block does not say, or cannot be read: a picture is not refused for its metadata. */
    static Orientation of(byte[] tiff) {
        var exif = new Bytes(tiff);
        var isLittle = exif.has(0, "II");
        if (!isLittle && !exif.has(0, "MM") || tiff.length < 8) {
            return UPRIGHT;
        }
        var directory = number(exif, isLittle, 4, 4);
        for (var entry = directory + 2; directory >= 8 && entry > 0 && entry <= tiff.length - 12; entry += 12) {
            if (number(exif, isLittle, entry, 2) == TAG) {
                var value = number(exif, isLittle, entry + 8, 2);
                return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** The square as it was seen. */
    Square upright(Square lying) {
        var edge = lying.edge();
        var pixels = new int[edge * edge];
        for (var y = 0; y < edge; y++) {
            for (var x = 0; x < edge; x++) {
                pixels[y * edge + x] = lying.pixels()[source(x, y, edge - 1)];
            }
        }
        return new Square(edge, pixels);
    }

    private int source(int x, int y, int last) {
        var edge = last + 1;
        return switch (value) {
            case 2 -> y * edge + last - x;
            case 3 -> (last - y) * edge + last - x;
            case 4 -> (last - y) * edge + x;
            case 5 -> x * edge + y;
            case 6 -> (last - x) * edge + y;
            case 7 -> (last - x) * edge + last - y;
            case 8 -> x * edge + last - y;
            default -> y * edge + x;
        };
    }

    private static int number(Bytes exif, boolean isLittle, int at, int count) {
        return isLittle ? exif.little(at, count) : exif.big(at, count);
    }
}
