package dev.personamarket.catalog.avatar;

import java.util.Arrays;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Reads numbers and names out of a file that may end anywhere: what is beyond its end makes it a broken one. */
record Bytes(byte[] all) {

    int length() {
        return all.length;
    }

    int at(int index) {
        if (index < 0 || index >= all.length) {
            throw Refusal.broken();
        }
        return all[index] & 0xff;
    }

    int big(int index, int count) {
        var value = 0;
        for (var i = 0; i < count; i++) {
            value = value << 8 | at(index + i);
        }
        return value;
    }

    int little(int index, int count) {
        var value = 0;
        for (var i = count - 1; i >= 0; i--) {
            value = value << 8 | at(index + i);
        }
        return value;
    }

    boolean has(int index, String text) {
        return index >= 0 && index <= all.length - text.length()
                && Arrays.equals(all, index, index + text.length(), text.getBytes(ISO_8859_1), 0, text.length());
    }

    byte[] part(int index, int count) {
        if (index < 0 || count < 0 || count > all.length - index) {
            throw Refusal.broken();
        }
        return Arrays.copyOfRange(all, index, index + count);
    }
}
