CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

CREATE TEXT SEARCH CONFIGURATION marketplace (COPY = english);
ALTER TEXT SEARCH CONFIGURATION marketplace
    ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;

-- What the public sees: one row for each served version, made from it and replaced with it.
CREATE TABLE listing (
    personality_id uuid        PRIMARY KEY,
    version        integer     NOT NULL,
    slug           text        NOT NULL UNIQUE,
    name           text        NOT NULL,
    name_key       text        NOT NULL COLLATE "C",
    tagline        text        NOT NULL,
    category       text        NOT NULL REFERENCES category (slug),
    tags           text[]      NOT NULL,
    avatar         text,
    published_at   timestamptz NOT NULL,
    document       tsvector    NOT NULL,
    words          text        NOT NULL,
    FOREIGN KEY (personality_id, version) REFERENCES personality_version (personality_id, version)
);

CREATE INDEX listing_newest ON listing (published_at DESC, personality_id DESC);
CREATE INDEX listing_name ON listing (name_key, personality_id);
CREATE INDEX listing_category ON listing (category);
CREATE INDEX listing_tags ON listing USING gin (tags);
CREATE INDEX listing_document ON listing USING gin (document);
CREATE INDEX listing_words ON listing USING gin (words gin_trgm_ops);
