package dev.personamarket.benchmarks;

import java.nio.ByteBuffer;

/** Counts the lines that say one thing in one stream, byte by byte: a chunk, a line or an event may come in pieces. */
final class StreamReader {

    private enum Part {
        HEAD, SIZE, DATA, AFTER_DATA
    }

    private final String counted;
    private final StringBuilder frame = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private Part part = Part.HEAD;
    private int rest;
    private volatile boolean open;
    private volatile int count;

    /** @param counted a line as it is written, such as {@code event: rating} */
    StreamReader(String counted) {
        this.counted = counted;
    }

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
        if (counted.contentEquals(line)) {
            count++;
        }
        line.setLength(0);
    }

    boolean isOpen() {
        return open;
    }

    int count() {
        return count;
    }
}
