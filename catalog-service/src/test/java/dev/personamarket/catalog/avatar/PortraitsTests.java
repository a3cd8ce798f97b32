package dev.personamarket.catalog.avatar;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.personamarket.defaults.problems.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static dev.personamarket.catalog.avatar.Pictures.BLUE;
import static dev.personamarket.catalog.avatar.Pictures.GREEN;
import static dev.personamarket.catalog.avatar.Pictures.RED;
import static dev.personamarket.catalog.avatar.Pictures.WHITE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

class PortraitsTests {

    private static final Portraits PORTRAITS = new Portraits();

    @AfterAll
    static void close() {
        PORTRAITS.destroy();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "webp"})
    void eachKindBecomesFourSquares(String format) {
        var face = prepare(Pictures.write(Pictures.quarters(160, 160, BufferedImage.TYPE_INT_RGB), format));

        assertThat(face).containsOnlyKeys(64, 128, 256, 512);
        face.forEach((size, bytes) -> {
            assertThat(Pictures.read(bytes).getWidth()).isEqualTo(size);
            assertThat(Pictures.read(bytes).getHeight()).isEqualTo(size);
            assertCorners(bytes, RED, GREEN, BLUE, WHITE);
        });
    }

    @ParameterizedTest
    @CsvSource({"300, 100", "100, 300", "64, 64", "2049, 70", "5000, 4100"})
    void theMiddleIsTaken(int width, int height) {
        var image = Pictures.quarters(width, height, BufferedImage.TYPE_INT_RGB);

        assertCorners(largest(Pictures.write(image, "png")), RED, GREEN, BLUE, WHITE);
        assertCorners(largest(Pictures.write(image, "jpeg")), RED, GREEN, BLUE, WHITE);
    }

    @ParameterizedTest
    @CsvSource({"1, RGBW", "2, GRWB", "3, BWRG", "4, WBGR", "5, RWBG", "6, WRGB", "7, BGRW", "8, GBWR", "9, RGBW"})
    void aPictureIsTurnedUprightHoweverTheCameraWasHeld(int orientation, String corners) {
        var expected = corners.chars().map(letter -> switch (letter) {
            case 'R' -> RED;
            case 'G' -> GREEN;
            case 'B' -> BLUE;
            default -> WHITE;
        }).toArray();

        for (var order : new ByteOrder[]{ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            assertCorners(largest(Pictures.held(orientation, Pictures.of("jpeg"), order)), expected);
        }
    }

    @Test
    void nothingButPixelsIsKept() {
        prepare(Pictures.held(6, Pictures.of("jpeg"), ByteOrder.BIG_ENDIAN)).values()
                .forEach(bytes -> assertThat(new String(bytes, ISO_8859_1)).startsWith("RIFF")
                        .doesNotContain("GPS", "EXIF", "Exif", "XMP ", "ICCP"));
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
    void greyStaysAsLightAsItWas(int type) {
        var image = new BufferedImage(100, 100, type);
        for (var y = 0; y < 100; y++) {
            for (var x = 0; x < 100; x++) {
                image.getRaster().setSample(x, y, 0, type == BufferedImage.TYPE_BYTE_GRAY ? 90 : 90 * 257);
            }
        }

        assertColour(largest(Pictures.write(image, "png")), 256, 256, 0xff5a5a5a);
    }

    @Test
    void aPaletteIsResolved() {
        var image = Pictures.quarters(100, 100, BufferedImage.TYPE_BYTE_INDEXED);

        assertCorners(largest(Pictures.write(image, "png")), Arrays.stream(new int[]{20, 80})
                .flatMap(y -> IntStream.of(20, 80).map(x -> image.getRGB(y == 20 ? x : 100 - x, y))).toArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "webp"})
    void whatIsTransparentStaysSoAndDoesNotBleed(String format) {
        var image = new BufferedImage(128, 128, BufferedImage.TYPE_INT_ARGB);
        for (var y = 0; y < 128; y++) {
            for (var x = 0; x < 128; x++) {
                image.setRGB(x, y, x < 64 ? RED : 0x0000ff00);
            }
        }

        var face = Pictures.read(largest(Pictures.write(image, format)));

        assertThat(face.getRGB(500, 256) >>> 24).isLessThan(8);
        assertThat(face.getRGB(20, 256) >>> 24).isGreaterThan(247);
        assertThat(new Color(face.getRGB(248, 256)).getGreen()).isLessThan(70);
    }

    @Test
    void theFirstPictureOfOneThatMovesIsTaken() {
        var first = Pictures.write(Pictures.quarters(100, 100, BufferedImage.TYPE_INT_RGB), "webp");
        var second = Pictures.write(new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB), "webp");
        var transparent = Pictures.write(new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB), "webp");

        assertCorners(largest(Pictures.moving(100, first, second)), RED, GREEN, BLUE, WHITE);
        assertThat(Pictures.read(largest(Pictures.moving(100, transparent, second))).getRGB(9, 9) >>> 24).isZero();
    }

    @Test
    void theSamePictureBecomesTheSameFace() {
        assertThat(largest(Pictures.of("png"))).isEqualTo(largest(Pictures.of("png")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "<svg xmlns='http://www.w3.org/2000/svg'/>", "<!doctype html><p>", "%PDF-1.7",
            "PK\u0003\u0004", "BM", "RIFF....WAVE", "\u0089PNG", "GIF86a"})
    void anotherKindIsRefusedByItsBytes(String file) {
        assertThat(refusal(file.getBytes(ISO_8859_1)).getStatusCode().value()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "webp"})
    void aPictureThatBreaksOffIsRefusedWhereverItDoes(String format) {
        var whole = Pictures.write(Pictures.quarters(160, 160, BufferedImage.TYPE_INT_RGB), format);

        for (var length = 0; length < whole.length - 1; length += 1 + whole.length / 150) {
            assertThat(refusal(Arrays.copyOf(whole, length)).getStatusCode().value())
                    .as("%d of %d bytes", length, whole.length).isIn(400, 415);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "webp"})
    void damageLeadsToAFaceOrToARefusalAndToNothingElse(String format) {
        var random = new Random(7);
        var whole = Pictures.write(Pictures.quarters(160, 160, BufferedImage.TYPE_INT_RGB), format);

        for (var i = 0; i < 60; i++) {
            var damaged = whole.clone();
            random.ints(4, 0, whole.length).forEach(at -> damaged[at] = (byte) random.nextInt());
            var answer = PORTRAITS.prepare(damaged).map(SortedMap::size).onErrorResume(Problem.class,
                    problem -> Mono.just(problem.getStatusCode().value())).block();
            assertThat(answer).isIn(4, 400, 415);
        }
    }

    @Test
    void aFaultyChecksumIsRefused() {
        var picture = Pictures.of("png");
        picture[picture.length - 20] ^= 1;

        assertThat(refusal(picture).getStatusCode().value()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"8000, 5000, too large", "17000, 100, too large", "2147483647, 2147483647, too large",
            "63, 100, too small", "1, 1, too small"})
    void aPictureOfTooManyPixelsOrTooFewIsRefusedBeforeItIsDecoded(int width, int height, String reason) {
        var nothing = Pictures.png(width, height, new byte[0]);

        assertThat(String.valueOf(refusal(nothing).getBody().getProperties())).contains("field=file", reason);
    }

    @Test
    void fortyMegapixelsOfNothingAreRefusedAndThirtyAreNot() {
        assertThat(refusal(Pictures.zeros(8000, 5000)).getStatusCode().value()).isEqualTo(400);
        assertColour(largest(Pictures.zeros(6000, 5000)), 256, 256, 0xff000000);
    }

    @Test
    void aFileMayHaveFiveMegabytes() {
        var picture = Pictures.of("png");

        prepare(Arrays.copyOf(picture, Portraits.LARGEST_FILE));
        assertThat(refusal(Arrays.copyOf(picture, Portraits.LARGEST_FILE + 1)).getStatusCode().value())
                .isEqualTo(413);
    }

    @Test
    void whoCannotBeServedSoonIsToldSo() {
        var picture = Pictures.write(Pictures.quarters(3000, 3000, BufferedImage.TYPE_INT_RGB), "png");

        var statuses = Flux.range(0, 12)
                .flatMap(_ -> PORTRAITS.prepare(picture).map(SortedMap::size).onErrorResume(Problem.class,
                        problem -> Mono.just(problem.getStatusCode().value())), 12)
                .collectList().block();

        assertThat(statuses).contains(4, 503).containsOnly(4, 503);
    }

    private static SortedMap<Integer, byte[]> prepare(byte[] file) {
        return Objects.requireNonNull(PORTRAITS.prepare(file).block());
    }

    private static byte[] largest(byte[] file) {
        return Objects.requireNonNull(prepare(file).get(512));
    }

    private static Problem refusal(byte[] file) {
        var refusal = new AtomicReference<Problem>();
        PORTRAITS.prepare(file).doOnNext(_ -> Assertions.fail("is taken")).onErrorResume(Problem.class, problem -> {
            refusal.set(problem);
            return Mono.empty();
        }).block();
        return Objects.requireNonNull(refusal.get());
    }

    /** Clockwise from the top left. */
    private static void assertCorners(byte[] picture, int... colours) {
        var edge = Pictures.read(picture).getWidth();
        var near = edge / 4;
        var far = edge - near;
        assertColour(picture, near, near, colours[0]);
        assertColour(picture, far, near, colours[1]);
        assertColour(picture, far, far, colours[2]);
        assertColour(picture, near, far, colours[3]);
    }

    private static void assertColour(byte[] picture, int x, int y, int colour) {
        var actual = new Color(Pictures.read(picture).getRGB(x, y));
        var expected = new Color(colour);
        assertThat(Math.abs(actual.getRed() - expected.getRed()) + Math.abs(actual.getGreen() - expected.getGreen())
                + Math.abs(actual.getBlue() - expected.getBlue())).as("%s at %d,%d instead of %s", actual, x, y,
                        expected)
                .isLessThan(40);
    }
}
