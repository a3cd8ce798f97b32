CREATE TABLE category (
    slug     text    PRIMARY KEY,
    name     text    NOT NULL,
    position integer NOT NULL GENERATED ALWAYS AS IDENTITY
);

INSERT INTO category (slug, name) VALUES
    ('companions', 'Companions'),
    ('storytelling', 'Storytelling'),
    ('games', 'Games'),
    ('learning', 'Learning'),
    ('history-and-science', 'History & Science'),
    ('craft-and-code', 'Craft & Code'),
    ('kitchen', 'Kitchen'),
    ('productivity', 'Productivity'),
    ('wellbeing', 'Wellbeing'),
    ('community', 'Community');

-- The aggregate: what is edited, and which version of it is served.
-- JSON as json, not jsonb: the text stays as it was hashed.
CREATE TABLE personality (
    id         uuid        PRIMARY KEY,
    slug       text        NOT NULL,
    status     text        NOT NULL CHECK (status IN ('draft', 'published', 'archived')),
    revision   bigint      NOT NULL CHECK (revision > 0),
    version    integer     CHECK (version > 0),
    draft      json        NOT NULL,
    creator_id uuid,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);

-- An archived personality gives its place back.
CREATE UNIQUE INDEX personality_slug ON personality (slug) WHERE status <> 'archived';
CREATE INDEX personality_updated ON personality (updated_at DESC, id DESC);

CREATE TABLE personality_version (
    personality_id uuid        NOT NULL REFERENCES personality (id),
    version        integer     NOT NULL CHECK (version > 0),
    content        json        NOT NULL,
    content_hash   text        NOT NULL,
    published_at   timestamptz NOT NULL,
    PRIMARY KEY (personality_id, version),
    CONSTRAINT content_as_hashed
        CHECK (content_hash = 'sha256:' || encode(sha256(convert_to(content::text, 'UTF8')), 'hex'))
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'A published version never changes';
END
$$;

CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON personality_version
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
