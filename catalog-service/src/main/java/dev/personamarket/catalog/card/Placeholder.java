package dev.personamarket.catalog.card;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

import javax.imageio.ImageIO;

/** What a card carries whose personality has no stored face: a plain head in colours of the id, the same every time. */
final class Placeholder {

    private static final int EDGE = 512;

    private Placeholder() {}

    static byte[] png(UUID id) {
        var hue = Math.floorMod(id.hashCode(), 360) / 360f;
        var image = new BufferedImage(EDGE, EDGE, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            draw(graphics, hue);
        } finally {
            graphics.dispose();
        }
        return png(image);
    }

    private static void draw(Graphics2D graphics, float hue) {
        graphics.setPaint(new GradientPaint(0, 0, Color.getHSBColor(hue, 0.4f, 0.92f), EDGE, EDGE,
                Color.getHSBColor(hue + 0.14f, 0.6f, 0.7f)));
        graphics.fillRect(0, 0, EDGE, EDGE);
        graphics.setColor(Color.getHSBColor(hue + 0.55f, 0.5f, 0.45f));
        graphics.fill(new Ellipse2D.Float(76, 396, 360, 260));
        graphics.setColor(Color.getHSBColor(0.08f, 0.35f, 0.9f));
        graphics.fill(new Ellipse2D.Float(118, 112, 276, 300));
        graphics.setColor(Color.getHSBColor(0.7f, 0.2f, 0.15f));
        graphics.fill(new Ellipse2D.Float(176, 242, 40, 40));
        graphics.fill(new Ellipse2D.Float(296, 242, 40, 40));
        graphics.fill(new Arc2D.Float(200, 300, 112, 76, 180, 180, Arc2D.CHORD));
    }

    static byte[] png(RenderedImage image) {
        try (var file = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
