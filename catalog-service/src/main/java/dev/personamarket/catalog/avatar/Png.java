package dev.personamarket.catalog.avatar;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import javax.imageio.ImageIO;

import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Faces for who takes neither WebP nor SVG, such as Discord and the writers of character cards. */
public final class Png {

    private Png() {}

    /** A kept face, as large as it is. */
    public static Mono<byte[]> of(byte[] webP) {
        return Mono.fromCallable(() -> write(ImageIO.read(new ByteArrayInputStream(webP))))
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** The face that is drawn for whoever has none, {@value Face#EDGE} pixels wide and high. */
    public static Mono<byte[]> drawn(UUID id) {
        return Mono.fromCallable(() -> write(paint(Face.of(id)))).subscribeOn(Schedulers.boundedElastic());
    }

    private static BufferedImage paint(Face face) {
        var drawing = new SVGLoader().load(new ByteArrayInputStream(face.svg().getBytes(StandardCharsets.UTF_8)),
                null, LoaderContext.createDefault());
        if (drawing == null) {
            throw new IllegalStateException("A drawn face is always readable");
        }
        var image = new BufferedImage(Face.EDGE, Face.EDGE, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            drawing.render(null, graphics, new ViewBox(0, 0, Face.EDGE, Face.EDGE));
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private static byte[] write(RenderedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
