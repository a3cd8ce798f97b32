ALTER TABLE session ADD COLUMN last_said_at timestamptz(3);
UPDATE session SET last_said_at = coalesce(
    (SELECT max(said_at) FROM message WHERE session_id = session.id), started_at);
ALTER TABLE session ALTER COLUMN last_said_at SET DEFAULT now(), ALTER COLUMN last_said_at SET NOT NULL;

CREATE INDEX session_by_use ON session (owner, last_said_at DESC, id DESC);
-- For what is to be forgotten.
CREATE INDEX session_by_age ON session (last_said_at);
