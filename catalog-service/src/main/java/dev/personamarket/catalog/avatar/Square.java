package dev.personamarket.catalog.avatar;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * A square picture in sRGB.
 *
 * @param pixels row by row as 0xAARRGGBB, not premultiplied
 */
record Square(int edge, int[] pixels) {

    /** In another size, larger or smaller, by Catmull-Rom over all pixels that fall into one. */
    Square scaledTo(int size) {
        if (size == edge) {
            return this;
        }
        var kernel = Kernel.between(edge, size);
        // rows to columns twice: the second pass turns the picture back
        var narrow = kernel.squeeze(this::premultiplied, edge);
        var line = edge * Kernel.CHANNELS;
        return unpremultiplied(
                kernel.squeeze(row -> Arrays.copyOfRange(narrow, row * line, (row + 1) * line), size), size);
    }

    BufferedImage image() {
        var image = new BufferedImage(edge, edge,
                isOpaque() ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, edge, edge, pixels, 0, edge);
        return image;
    }

    private boolean isOpaque() {
        for (var pixel : pixels) {
            if (pixel >>> 24 != 0xff) {
                return false;
            }
        }
        return true;
    }

    /** A row of it. What is transparent has no colour to give to its neighbours. */
    private float[] premultiplied(int row) {
        var values = new float[edge * Kernel.CHANNELS];
        for (var x = 0; x < edge; x++) {
            var pixel = pixels[row * edge + x];
            var alpha = pixel >>> 24;
            values[x * 4] = alpha;
            for (var channel = 1; channel < 4; channel++) {
                values[x * 4 + channel] = (pixel >>> 24 - 8 * channel & 0xff) * alpha / 255f;
            }
        }
        return values;
    }

    private static Square unpremultiplied(float[] values, int size) {
        var pixels = new int[size * size];
        for (var i = 0; i < pixels.length; i++) {
            var alpha = Math.clamp(Math.round(values[i * 4]), 0, 255);
            var pixel = alpha;
            for (var channel = 1; channel < 4; channel++) {
                pixel = pixel << 8
                        | (alpha == 0 ? 0 : Math.clamp(Math.round(values[i * 4 + channel] * 255 / alpha), 0, 255));
            }
            pixels[i] = pixel;
        }
        return new Square(size, pixels);
    }
}
