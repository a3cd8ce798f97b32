-- Until now there was one way out of the marketplace, and it gave the slug away: deletion. What is archived keeps it.
ALTER TABLE personality DROP CONSTRAINT personality_status_check;
UPDATE personality SET status = 'deleted' WHERE status = 'archived';
ALTER TABLE personality
    ADD CONSTRAINT personality_status_check CHECK (status IN ('draft', 'published', 'archived', 'deleted'));
DROP INDEX personality_slug;
CREATE UNIQUE INDEX personality_slug ON personality (slug) WHERE status <> 'deleted';

-- Who did what: written in the transaction of the change itself, and never again.
CREATE TABLE audit (
    id             uuid        PRIMARY KEY DEFAULT uuidv7(),
    happened_at    timestamptz NOT NULL,
    actor_id       uuid,
    actor_name     text        NOT NULL,
    action         text        NOT NULL,
    personality_id uuid,
    category       text,
    changes        json        NOT NULL
);

CREATE INDEX audit_time ON audit (happened_at DESC, id DESC);
CREATE INDEX audit_personality ON audit (personality_id, happened_at DESC, id DESC) WHERE personality_id IS NOT NULL;
CREATE INDEX audit_category ON audit (category, happened_at DESC, id DESC) WHERE category IS NOT NULL;
CREATE INDEX audit_actor ON audit (actor_id, happened_at DESC, id DESC);
CREATE INDEX audit_action ON audit (action, happened_at DESC, id DESC);

CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'The audit trail is only added to';
END
$$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();

-- The names of what two contents say differently, in their order; none if there is nothing to compare with.
-- Contents are canonical: equal values have equal texts.
CREATE FUNCTION changed_fields(before json, after json) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN before IS NULL THEN '{}'::text[] ELSE ARRAY(
    SELECT key FROM json_each(before) AS b (key, value) FULL JOIN json_each(after) AS a (key, value) USING (key)
    WHERE b.value::text IS DISTINCT FROM a.value::text ORDER BY key) END;
