-- Questions to deployed personalities. Whoever answers one has a lease on it and a number, how often it was taken: what is
-- done under an older number has no effect. What was said is forgotten as soon as a question has ended.
CREATE TABLE agent_turn (
    id                  uuid        PRIMARY KEY,
    conversation_id     uuid        NOT NULL,
    personality_id      uuid        NOT NULL,
    personality_version integer,
    server_id           text,
    asked_by            uuid,
    said                jsonb,
    answer_by           timestamptz,
    stored_at           timestamptz NOT NULL DEFAULT now(),
    takes               integer     NOT NULL DEFAULT 0,
    -- Somebody is answering until then.
    leased_until        timestamptz NOT NULL DEFAULT now(),
    ended_at            timestamptz,
    CONSTRAINT whole_or_ended CHECK (ended_at IS NOT NULL
        OR num_nulls(personality_version, server_id, asked_by, said, answer_by) = 0)
);

-- In the order in which they came: the ids count time.
CREATE INDEX agent_turn_open ON agent_turn (id) WHERE ended_at IS NULL;
CREATE INDEX agent_turn_ended ON agent_turn (ended_at) WHERE ended_at IS NOT NULL;
