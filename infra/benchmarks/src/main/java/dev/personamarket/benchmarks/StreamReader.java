package dev.personamarket.benchmarks;

import java.nio.ByteBuffer;

/** Counts the ratings that one stream tells of, byte by byte: a chunk, a line or an event may come in pieces. */
final class StreamReader {

    private static final String RATING = "event: rating";

    private enum Part {
        HEAD, SIZE, DATA, AFTER_DATA
    }

    private final StringBuilder frame = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private Part part = Part.HEAD;
    private int rest;
    private volatile boolean open;
    private volatile int ratings;

    /** Throws {@link IllegalStateException} if the answer is another than 200. */
    void read(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            read((char) bytes.get());
        }
    }

    private void read(char letter) {
        if (part == Part.DATA) {
            data(letter);
            part = --rest == 0 ? Part.AFTER_DATA : Part.DATA;
        } else if (letter == '\n') {
            endFrame();
            frame.setLength(0);
        } else if (letter != '\r') {
            frame.append(letter);
        }
    }

    private void endFrame() {
        switch (part) {
            case HEAD -> head();
            case SIZE -> size(Integer.parseInt(frame, 0, frame.length(), 16));
            default -> part = Part.SIZE;
        }
    }

    private void head() {
        if (frame.isEmpty()) {
            open = true;
            part = Part.SIZE;
        } else if (frame.indexOf("HTTP/") == 0 && frame.indexOf(" 200") < 0) {
            throw new IllegalStateException("A stream was answered by " + frame);
        }
    }

    /** A chunk of no bytes is the last one. */
    private void size(int size) {
        rest = size;
        open = size > 0;
        part = size > 0 ? Part.DATA : Part.AFTER_DATA;
    }

    private void data(char letter) {
        if (letter != '\n') {
            line.append(letter);
            return;
        }
        if (RATING.contentEquals(line)) {
            ratings++;
        }
        line.setLength(0);
    }

    boolean isOpen() {
        return open;
    }

    int ratings() {
        return ratings;
    }
}
