package dev.personamarket.catalog.avatar;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

import javax.imageio.ImageIO;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Pictures to upload: four quarters of red, green, blue and white, clockwise from the top left. */
public final class Pictures {

    static final int RED = 0xffdd2020;
    static final int GREEN = 0xff20bb20;
    static final int BLUE = 0xff2020dd;
    static final int WHITE = 0xffffffff;

    private Pictures() {}

    static BufferedImage quarters(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                var left = x < width / 2;
                image.setRGB(x, y, y < height / 2 ? (left ? RED : GREEN) : (left ? WHITE : BLUE));
            }
        }
        return image;
    }

    public static byte[] of(String format) {
        return write(quarters(200, 160, BufferedImage.TYPE_INT_RGB), format);
    }

    static byte[] write(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            if ("webp".equals(format)) {
                bytes.write(Encoder.encode(new Square(image.getWidth(),
                        image.getRGB(0, 0, image.getWidth(), image.getWidth(), null, 0, image.getWidth()))));
            } else if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException(format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static BufferedImage read(byte[] picture) {
        try {
            return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(picture)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JPEG with an EXIF block that tells how the camera was held, and where. */
    static byte[] held(int orientation, byte[] jpeg, ByteOrder order) {
        var exif = ByteBuffer.allocate(60).order(order);
        exif.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(ISO_8859_1)).putShort((short) 42).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        exif.putShort((short) 0).putInt(0).put("GPSLatitude 52.5".getBytes(ISO_8859_1));
        var segment = ByteBuffer.allocate(70).put((byte) 0xff).put((byte) 0xe1).putShort((short) 68)
                .put("Exif\0\0".getBytes(ISO_8859_1)).put(exif.array()).array();
        return join(Arrays.copyOf(jpeg, 2), segment, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** A PNG of one colour that is all zeros, so that its file is small however many pixels it has. */
    public static byte[] zeros(int width, int height) {
        return png(width, height, deflated((long) height * (width + 7) / 8 + height));
    }

    static byte[] png(int width, int height, byte[] data) {
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 1).array();
        return join("\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1), chunk("IHDR", header), chunk("IDAT", data),
                chunk("IEND", new byte[0]));
    }

    static byte[] chunk(String name, byte[] data) {
        var body = join(name.getBytes(ISO_8859_1), data);
        var crc = new CRC32();
        crc.update(body);
        return ByteBuffer.allocate(body.length + 8).putInt(data.length).put(body).putInt((int) crc.getValue()).array();
    }

    /** A WebP that moves, of one or more pictures that do not. */
    static byte[] moving(int edge, byte[]... stills) {
        var frames = new byte[0];
        for (var still : stills) {
            var picture = Arrays.copyOfRange(still, new Bytes(still).has(12, "VP8X") ? 30 : 12, still.length);
            var frame = ByteBuffer.allocate(16 + picture.length).order(ByteOrder.LITTLE_ENDIAN);
            frame.position(6).put(size(edge)).putInt(100).put(picture);
            frames = join(frames, riff("ANMF", frame.array()));
        }
        var header = ByteBuffer.allocate(10).put((byte) 0x12).position(4).put(size(edge)).array();
        return riff("RIFF", join("WEBP".getBytes(ISO_8859_1), riff("VP8X", header), riff("ANIM", new byte[6]), frames));
    }

    static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] size(int edge) {
        var last = edge - 1;
        return new byte[]{(byte) last, (byte) (last >> 8), 0, (byte) last, (byte) (last >> 8), 0};
    }

    private static byte[] riff(String name, byte[] data) {
        return ByteBuffer.allocate(8 + data.length + (data.length & 1)).order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(ISO_8859_1)).putInt(data.length).put(data).array();
    }

    private static byte[] deflated(long zeros) {
        var bytes = new ByteArrayOutputStream();
        try (var data = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            var some = new byte[8192];
            for (var left = zeros; left > 0; left -= some.length) {
                data.write(some, 0, (int) Math.min(left, some.length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
