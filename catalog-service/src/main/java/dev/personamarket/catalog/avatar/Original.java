package dev.personamarket.catalog.avatar;

/**
 * A file as someone sent it, looked over but not decoded.
 *
 * @param still       what is to be decoded: the file, or the first picture of one that moves
 * @param exif        the TIFF block that says how the camera was held; empty, if there is none
 * @param progressive whether the decoder must hold all of it at once
 */
record Original(Kind kind, byte[] still, byte[] exif, boolean progressive) {

    enum Kind {
        PNG, JPEG, GIF, WEBP
    }

    static final byte[] NONE = {};

    /** What the file is, by its bytes: neither its name nor its media type is asked. */
    static Original of(byte[] file) {
        var bytes = new Bytes(file);
        if (bytes.has(0, "\u0089PNG\r\n\u001a\n")) {
            return PngFile.read(bytes);
        } else if (bytes.has(0, "\u00ff\u00d8\u00ff")) {
            return JpegFile.read(bytes);
        } else if (bytes.has(0, "GIF87a") || bytes.has(0, "GIF89a")) {
            return GifFile.read(bytes);
        } else if (bytes.has(0, "RIFF") && bytes.has(8, "WEBP")) {
            return WebPFile.read(bytes);
        }
        throw Refusal.anotherKind();
    }
}
