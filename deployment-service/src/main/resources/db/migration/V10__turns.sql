-- One personality in one channel, until it is forgotten there.
CREATE TABLE conversations (
    id             uuid PRIMARY KEY,
    server_id      text    NOT NULL,
    channel_id     text    NOT NULL,
    personality_id uuid    NOT NULL,
    forgotten      boolean NOT NULL DEFAULT false
);

CREATE UNIQUE INDEX conversations_remembered ON conversations (channel_id, personality_id) WHERE NOT forgotten;

-- What somebody asked, and what becomes of it. Ids are UUIDv7, so their order is the order of asking.
CREATE TABLE turns (
    id              uuid PRIMARY KEY,
    conversation_id uuid        NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    personality_id  uuid        NOT NULL,
    server_id       text        NOT NULL,
    channel_id      text        NOT NULL,
    -- Discord may deliver twice
    interaction_id  text        NOT NULL UNIQUE,
    -- sealed; empty once nothing more is to be said
    token           text        NOT NULL,
    question        text        NOT NULL,
    status          text        NOT NULL CHECK (status IN ('asked', 'answered', 'failed', 'dropped')),
    -- what is to stand in Discord: an answer as far as it has come, all of it, or a sentence in its place
    reply           text,
    -- of a growing reply
    sequence        integer     NOT NULL DEFAULT 0,
    -- how many messages of a reply that is too long for one stand there for certain
    parts_sent      integer     NOT NULL DEFAULT 0,
    asked_at        timestamptz NOT NULL,
    -- the worker's part: when to look again (never, when null), how often Discord was out of reach in a row
    due_at          timestamptz,
    attempts        integer     NOT NULL DEFAULT 0,
    leased_until    timestamptz NOT NULL DEFAULT '-infinity'
);

CREATE INDEX turns_due ON turns (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX turns_of_conversation ON turns (conversation_id, id);
CREATE INDEX turns_over ON turns (asked_at) WHERE due_at IS NULL;

-- Who speaks in a channel where several could, by a manager's choice.
CREATE TABLE speakers (
    channel_id     text PRIMARY KEY,
    server_id      text NOT NULL,
    personality_id uuid NOT NULL
);
