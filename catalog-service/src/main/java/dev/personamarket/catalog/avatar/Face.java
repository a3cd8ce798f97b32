package dev.personamarket.catalog.avatar;

import java.awt.Color;
import java.util.UUID;

/**
 * A face drawn of circles and arcs: the id alone decides about colours, eyes, mouth and hair, so that the same
 * personality always looks the same and two hardly ever look alike.
 */
final class Face {

    /** To be raised with every change of the drawing, since browsers keep what they have. */
    static final int EDITION = 1;

    /** Pixels. */
    static final int EDGE = 512;

    private static final String[] EYES = {
            "<circle cx='196' cy='262' r='20'/><circle cx='316' cy='262' r='20'/>",
            "<path d='M168 270q28-40 56 0M288 270q28-40 56 0' fill='none' stroke-width='16'/>",
            "<ellipse cx='196' cy='262' rx='16' ry='26'/><ellipse cx='316' cy='262' rx='16' ry='26'/>",
            "<path d='M168 252h56M288 252h56' stroke-width='14'/>"
                    + "<circle cx='196' cy='268' r='15'/><circle cx='316' cy='268' r='15'/>",
            "<circle cx='196' cy='262' r='46' fill='none' stroke-width='12'/>"
                    + "<circle cx='316' cy='262' r='46' fill='none' stroke-width='12'/>"
                    + "<path d='M242 258h28' stroke-width='12'/>"
                    + "<circle cx='196' cy='262' r='14'/><circle cx='316' cy='262' r='14'/>"};

    private static final String[] MOUTHS = {
            "<path d='M200 340q56 56 112 0' fill='none' stroke-width='16'/>",
            "<path d='M204 336h104q-8 58-52 58t-52-58z'/>",
            "<path d='M216 356h80' stroke-width='16'/>",
            "<path d='M210 348q60 28 96-14' fill='none' stroke-width='16'/>",
            "<ellipse cx='256' cy='356' rx='22' ry='26'/>"};

    private static final String[] HAIR = {
            "<path d='M110 236q0-150 146-150t146 150q-60-70-146-70t-146 70z'/>",
            "<path d='M116 230q30-150 190-138q96 16 92 140q-70-10-120-72q-60 66-162 70z'/>",
            "<circle cx='256' cy='92' r='52'/><path d='M114 228q12-120 142-120t142 120q-70-52-142-52t-142 52z'/>",
            "<path d='M112 240l24-110 44 42 32-74 44 60 44-60 32 74 44-42 24 110q-60-64-144-64t-144 64z'/>",
            "<path d='M104 380q-20-290 152-290t152 290q-30-60-34-150q-70-12-118-64q-48 52-118 64q-4 90-34 150z'/>",
            ""};

    private static final String[] SKIN = {"#f7d7c4", "#eebf9f", "#d99e73", "#b97a4f", "#8d5a3b", "#7a4f36", "#bfe3d8",
            "#c9c6f2"};

    private final long seed;

    private Face(long seed) {
        this.seed = seed;
    }

    static Face of(UUID id) {
        // SplitMix64, so that ids that differ in one bit have nothing in common
        var mixed = id.getMostSignificantBits() ^ Long.rotateLeft(id.getLeastSignificantBits(), 32);
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return new Face(mixed ^ (mixed >>> 31));
    }

    String svg() {
        var hue = choice(0, 360);
        var clothes = hue + 190 + choice(9, 60);
        return """
                <svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 512 512' width='512' height='512' role='img'>\
                <defs><linearGradient id='g' x2='1' y2='1'><stop stop-color='%1$s'/>\
                <stop offset='1' stop-color='%2$s'/></linearGradient></defs>\
                <rect width='512' height='512' fill='url(#g)'/>\
                <path d='M76 512q20-116 180-116t180 116z' fill='%3$s'/>\
                <path d='M212 372h88v52q-44 36-88 0z' fill='%4$s'/><rect x='118' y='112' width='276' height='300' \
                rx='138' fill='%4$s'/><g fill='%5$s'>%6$s</g>\
                <g fill='#22202b' stroke='#22202b' stroke-width='0' stroke-linecap='round'>%7$s%8$s</g></svg>
                """.formatted(hsl(hue, 0.7, 0.72), hsl(hue + 50, 0.65, 0.48), hsl(clothes, 0.45, 0.34), of(SKIN, 16),
                hsl(clothes, 0.35, 0.2), of(HAIR, 24), of(EYES, 32), of(MOUTHS, 40));
    }

    /** The colour that CSS calls hsl(), in the words that everything that reads SVG knows. */
    private static String hsl(int hue, double saturation, double lightness) {
        var brightness = lightness + saturation * Math.min(lightness, 1 - lightness);
        var rgb = Color.HSBtoRGB(hue / 360f, (float) (2 * (1 - lightness / brightness)), (float) brightness);
        return "#%06x".formatted(rgb & 0xffffff);
    }

    private String of(String[] choices, int bit) {
        return choices[choice(bit, choices.length)];
    }

    private int choice(int bit, int count) {
        return (int) ((seed >>> bit & 0xffff) % count);
    }
}
