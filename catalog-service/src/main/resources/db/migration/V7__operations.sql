-- How far an operator's file has been loaded, known by its bytes: a load that was killed goes on from here.
CREATE TABLE load (
    digest         text        PRIMARY KEY,
    file           text        NOT NULL,
    records        bigint      NOT NULL DEFAULT 0,
    created        bigint      NOT NULL DEFAULT 0,
    revised        bigint      NOT NULL DEFAULT 0,
    unchanged      bigint      NOT NULL DEFAULT 0,
    refused        bigint      NOT NULL DEFAULT 0,
    rejected_bytes bigint      NOT NULL DEFAULT 0,
    started_at     timestamptz NOT NULL DEFAULT now(),
    finished_at    timestamptz
);

-- How far the newest events of all have been appended again: one row, of the last time.
CREATE TABLE republication (
    one           boolean     PRIMARY KEY DEFAULT true CHECK (one),
    after_id      uuid        NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
    personalities bigint      NOT NULL DEFAULT 0,
    finished_at   timestamptz
);

-- Loads look for slugs whatever the status.
CREATE INDEX personality_any_slug ON personality (slug);
