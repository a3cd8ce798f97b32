package dev.personamarket.catalog.avatar;

import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

import com.luciad.imageio.webp.WebPReadParam;

/** Decodes the square in the middle of a picture, and of a large one only as many pixels as faces need. */
final class Decoder {

    private static final int SHORTEST = 64;
    private static final int LONGEST = 16_384;
    private static final long MOST_PIXELS = 32_000_000;
    private static final long MOST_PIXELS_AT_ONCE = 16_000_000;

    /** Of what is decoded: 9 MB, three times as fine as the largest face. */
    private static final int LARGEST_EDGE = 1536;

    private Decoder() {}

    static Square decode(Original original) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(original.kind().name()).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(original.still()))) {
            reader.setInput(input, false, true);
            var width = reader.getWidth(0);
            var height = reader.getHeight(0);
            check(original, width, height);
            var edge = Math.min(width, height);
            return square(reader.read(0,
                    middle(reader, new Rectangle((width - edge) / 2, (height - edge) / 2, edge, edge))));
        } finally {
            reader.dispose();
        }
    }

    /** Before anything is decoded: a small file can be a picture that takes all memory. */
    private static void check(Original original, int width, int height) {
        var most = original.progressive() ? MOST_PIXELS_AT_ONCE : MOST_PIXELS;
        if ((long) width * height > most || Math.max(width, height) > LONGEST) {
            throw Refusal.tooManyPixels(width, height);
        } else if (Math.min(width, height) < SHORTEST) {
            throw Refusal.tooSmall(width, height);
        }
    }

    private static ImageReadParam middle(ImageReader reader, Rectangle square) {
        var parameters = reader.getDefaultReadParam();
        if (parameters instanceof WebPReadParam webP) {
            webP.setUseCropping(true);
            webP.setCropLeft(square.x);
            webP.setCropTop(square.y);
            webP.setCropWidth(square.width);
            webP.setCropHeight(square.height);
            if (square.width > LARGEST_EDGE) {
                webP.setUseScaling(true);
                webP.setScaledWidth(LARGEST_EDGE);
                webP.setScaledHeight(LARGEST_EDGE);
            }
        } else {
            var step = Math.ceilDiv(square.width, LARGEST_EDGE);
            parameters.setSourceRegion(square);
            parameters.setSourceSubsampling(step, step, 0, 0);
        }
        return parameters;
    }

    private static Square square(BufferedImage image) {
        var edge = Math.min(image.getWidth(), image.getHeight());
        var space = image.getColorModel().getColorSpace();
        if (space.getType() == ColorSpace.TYPE_GRAY) {
            return grey(image, edge);
        }
        var colours = space.isCS_sRGB()
                ? image
                : new ColorConvertOp(null).filter(image,
                        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB));
        return new Square(edge, colours.getRGB(0, 0, edge, edge, new int[edge * edge], 0, edge));
    }

    /** Java takes grey values for linear light, which those of files are not. */
    private static Square grey(BufferedImage image, int edge) {
        var raster = image.getRaster();
        var shift = raster.getTransferType() == DataBuffer.TYPE_USHORT ? 8 : 0;
        var pixels = new int[edge * edge];
        for (var y = 0; y < edge; y++) {
            for (var x = 0; x < edge; x++) {
                var alpha = raster.getNumBands() > 1 ? raster.getSample(x, y, 1) >> shift : 0xff;
                pixels[y * edge + x] = alpha << 24 | 0x010101 * (raster.getSample(x, y, 0) >> shift);
            }
        }
        return new Square(edge, pixels);
    }
}
