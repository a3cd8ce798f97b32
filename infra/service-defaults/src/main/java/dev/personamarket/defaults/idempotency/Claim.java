package dev.personamarket.defaults.idempotency;

import java.util.UUID;

import io.r2dbc.spi.Readable;

import static java.util.Objects.requireNonNull;

/** What comes of asking for a key. */
sealed interface Claim {

    /** The request is to be run; whoever takes the key over gets another id. */
    record Granted(KeyedRequest request, UUID id) implements Claim {}

    /** The request was answered. */
    record Answered(Answer answer) implements Claim {}

    /** The request was answered, at too great length to keep it. */
    record AnswerNotKept() implements Claim {}

    /** The request is being run. */
    record InFlight() implements Claim {}

    /** The key stands for another request. */
    record OtherRequest() implements Claim {}

    static Claim from(Readable row, KeyedRequest request) {
        if (isTrue(row, "granted")) {
            return new Granted(request, requireNonNull(row.get("claim", UUID.class)));
        }
        if (!isTrue(row, "same")) {
            return new OtherRequest();
        }
        var status = row.get("status", Integer.class);
        if (status == null) {
            return new InFlight();
        }
        var body = row.get("body", byte[].class);
        return body == null
                ? new AnswerNotKept()
                : new Answered(Answer.replayed(status, row.get("content_type", String.class),
                        row.get("location", String.class), row.get("etag", String.class), body));
    }

    private static boolean isTrue(Readable row, String column) {
        return requireNonNull(row.get(column, Boolean.class));
    }
}
