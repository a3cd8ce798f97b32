package dev.personamarket.catalog.operations;

import java.io.IOException;
import java.util.function.Function;

import dev.personamarket.catalog.personality.Content;
import dev.personamarket.catalog.personality.PersonalityTemplate;
import dev.personamarket.defaults.operations.CannotRunException;
import reactor.core.publisher.SynchronousSink;
import tools.jackson.databind.json.JsonMapper;

/** The rows of a file, one after the other. */
final class Rows {

    private final Records records;
    private final RowReader reader;
    private long line;

    private Rows(Records records, RowReader reader) {
        this.records = records;
        this.reader = reader;
    }

    /**
     * Opens the file behind its first records; waits for the disk. Fails with {@link CannotRunException} for one that
     * cannot be read.
     *
     * @param done how many records to pass over
     */
    static Rows open(SourceFile file, JsonMapper json, Function<PersonalityTemplate, Content> rules, long done) {
        try {
            var records = file.open();
            var rows = new Rows(records, new RowReader(json, file.form(records, json), rules));
            for (var passed = 0L; passed < done && records.next() != null; passed++) {
                // done before
            }
            return rows;
        } catch (IOException e) {
            throw new CannotRunException("%s cannot be read: %s".formatted(file.path(), e.getMessage()), e);
        }
    }

    /** Hands the next one to the sink; fails with {@link CannotRunException} if the file breaks off. */
    void next(SynchronousSink<Row> sink) {
        try {
            var raw = records.next();
            if (raw == null) {
                sink.complete();
            } else {
                line = raw.line();
                sink.next(reader.read(raw));
            }
        } catch (IOException e) {
            sink.error(new CannotRunException(
                    "the file cannot be read behind line %d: %s".formatted(line, e.getMessage()), e));
        }
    }

    void close() {
        try {
            records.close();
        } catch (IOException _) {
            // all of it was read
        }
    }
}
