package dev.personamarket.catalog.operations;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.personamarket.defaults.problems.FieldFault;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

/** The file beside the loaded one that says what was refused and why, a JSON object on each line. */
record Rejects(Path path, JsonMapper json) {

    private record Line(long line, List<FieldFault> errors) {}

    static Rejects of(SourceFile file, JsonMapper json) {
        return new Rejects(Path.of(file.path() + ".rejected.jsonl"), json);
    }

    /** Forgets what is behind so many bytes: what was written and not committed, or all of an earlier load. */
    void keepFirst(long bytes) throws IOException {
        if (bytes == 0) {
            Files.deleteIfExists(path);
        } else {
            write(bytes, List.of());
        }
    }

    /** Writes them behind so many bytes, as often as it is tried; answers how long the file then is. */
    long write(long position, List<Row.Bad> rows) throws IOException {
        var lines = new ByteArrayOutputStream();
        for (var row : rows) {
            lines.write(json.writeValueAsBytes(new Line(row.line(), row.faults())));
            lines.write('\n');
        }
        try (var file = FileChannel.open(path, CREATE, WRITE)) {
            file.truncate(position);
            for (var rest = ByteBuffer.wrap(lines.toByteArray()); rest.hasRemaining();) {
                file.write(rest, position + rest.position());
            }
            file.force(false);
        }
        return position + lines.size();
    }
}
