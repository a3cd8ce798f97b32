package dev.personamarket.catalog.avatar;

import java.util.function.IntFunction;

/**
 * How much of which pixels of a line goes into each of another length.
 *
 * @param first   per new pixel the first old one
 * @param weights per new pixel those of the old ones from there on; their sum is one
 */
record Kernel(int[] first, float[][] weights) {

    static final int CHANNELS = 4;

    static Kernel between(int from, int to) {
        var scale = (double) from / to;
        var width = Math.max(1, scale); // of a new pixel, but never less than an old one
        var first = new int[to];
        var weights = new float[to][];
        for (var i = 0; i < to; i++) {
            var centre = (i + 0.5) * scale - 0.5;
            first[i] = Math.max(0, (int) Math.ceil(centre - 2 * width));
            var last = Math.min(from - 1, (int) Math.floor(centre + 2 * width));
            weights[i] = new float[last - first[i] + 1];
            var sum = 0.0;
            for (var j = 0; j < weights[i].length; j++) {
                weights[i][j] = (float) catmullRom((first[i] + j - centre) / width);
                sum += weights[i][j];
            }
            for (var j = 0; j < weights[i].length; j++) {
                weights[i][j] /= (float) sum;
            }
        }
        return new Kernel(first, weights);
    }

    /** Scales so many rows, one after the other, and writes each as a column. */
    float[] squeeze(IntFunction<float[]> rows, int count) {
        var columns = new float[first.length * count * CHANNELS];
        for (var row = 0; row < count; row++) {
            var values = rows.apply(row);
            for (var i = 0; i < first.length; i++) {
                for (var channel = 0; channel < CHANNELS; channel++) {
                    var sum = 0f;
                    var at = first[i] * CHANNELS + channel;
                    for (var weight : weights[i]) {
                        sum += weight * values[at];
                        at += CHANNELS;
                    }
                    columns[(i * count + row) * CHANNELS + channel] = sum;
                }
            }
        }
        return columns;
    }

    private static double catmullRom(double distance) {
        var x = Math.abs(distance);
        if (x < 1) {
            return (1.5 * x - 2.5) * x * x + 1;
        }
        return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
    }
}
