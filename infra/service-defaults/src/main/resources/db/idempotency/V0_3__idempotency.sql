-- Keys that callers have given their requests; without a status the request is in flight.
CREATE TABLE idempotency (
    caller       uuid        NOT NULL,
    key          text        NOT NULL,
    fingerprint  bytea       NOT NULL, -- SHA-256 of the request
    claim        uuid        NOT NULL DEFAULT gen_random_uuid(), -- changes when another process takes the key over
    claimed_at   timestamptz NOT NULL DEFAULT now(),
    status       smallint,
    content_type text,
    location     text,
    etag         text,
    body         bytea, -- of an answer that was too long to be kept: none
    PRIMARY KEY (caller, key)
);

CREATE INDEX idempotency_claimed ON idempotency (claimed_at);
