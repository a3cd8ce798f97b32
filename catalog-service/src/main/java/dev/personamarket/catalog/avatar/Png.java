package dev.personamarket.catalog.avatar;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Makes a PNG of a kept face. */
final class Png {

    private Png() {}

    static Mono<byte[]> of(byte[] webP) {
        return Mono.fromCallable(() -> convert(webP)).subscribeOn(Schedulers.boundedElastic());
    }

    private static byte[] convert(byte[] webP) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(ImageIO.read(new ByteArrayInputStream(webP)), "png", bytes);
        return bytes.toByteArray();
    }
}
