package dev.personamarket.catalog.operations;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

import dev.personamarket.defaults.Sha256;
import dev.personamarket.defaults.operations.CannotRunException;
import tools.jackson.databind.json.JsonMapper;

/** A file to load. Its name says what it is: {@code .csv} or {@code .jsonl}, either with {@code .gz} behind. */
record SourceFile(Path path) {

    private static final int BUFFER = 64 * 1024;

    /** Fails with {@link CannotRunException} for a file that is not there, or is something else. */
    static SourceFile of(String name) {
        var path = Path.of(name);
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new CannotRunException("cannot read the file " + name);
        }
        if (!name.replaceFirst("\\.gz$", "").matches(".*\\.(csv|jsonl)")) {
            throw new CannotRunException("%s must end with .csv, .jsonl, .csv.gz or .jsonl.gz".formatted(name));
        }
        return new SourceFile(path);
    }

    private boolean isCsv() {
        return path.toString().replaceFirst("\\.gz$", "").endsWith(".csv");
    }

    /** The SHA-256 of its bytes, in hexadecimal. */
    String digest() throws IOException {
        try (var input = new DigestInputStream(Files.newInputStream(path), Sha256.begin())) {
            var buffer = new byte[BUFFER];
            while (input.read(buffer) >= 0) {
                // the digest is taken on the way
            }
            return Sha256.end(input.getMessageDigest());
        }
    }

    Records open() throws IOException {
        refuseUtf16();
        return new Records(unpacked(), isCsv());
    }

    /** How to read the records; the header of CSV is taken from them. */
    RowReader.Form form(Records records, JsonMapper json) throws IOException {
        var strict = RowReader.strict(json);
        if (!isCsv()) {
            return strict::readTree;
        }
        var header = records.next();
        var form = new CsvForm(strict, header == null ? "" : Objects.requireNonNullElse(header.text(), ""));
        records.separatedBy(form.separator());
        return form;
    }

    private InputStream unpacked() throws IOException {
        var input = Files.newInputStream(path);
        try {
            return path.toString().endsWith(".gz") ? new GZIPInputStream(input, BUFFER) : input;
        } catch (IOException e) {
            input.close();
            throw e;
        }
    }

    private void refuseUtf16() throws IOException {
        try (var input = unpacked()) {
            var start = input.readNBytes(2);
            if (start.length == 2 && (start[0] & 0xFF) + (start[1] & 0xFF) == 0xFF + 0xFE && start[0] != start[1]) {
                throw new CannotRunException("the file is UTF-16 and must be UTF-8");
            }
        }
    }
}
