CREATE TABLE session (
    id                  uuid        PRIMARY KEY,
    owner               text        NOT NULL,
    personality_id      uuid        NOT NULL,
    personality_version integer     NOT NULL,
    prompt_hash         text        NOT NULL,
    greeting            text        NOT NULL,
    messages            integer     NOT NULL CHECK (messages >= 0),
    turn                integer     NOT NULL,
    -- Somebody is answering until then; a lease, so that the death of an instance does not close the conversation.
    answering_until     timestamptz,
    started_at          timestamptz NOT NULL DEFAULT now()
);

-- Messages in the order that they were said in. What a personality says is stored when it has ended, however it ended.
CREATE TABLE message (
    session_id    uuid           NOT NULL REFERENCES session ON DELETE CASCADE,
    position      bigint         GENERATED ALWAYS AS IDENTITY,
    role          text           NOT NULL CHECK (role IN ('user', 'assistant')),
    content       text           NOT NULL,
    finish_reason text           CHECK (finish_reason IS NULL OR role = 'assistant'),
    said_at       timestamptz(3) NOT NULL DEFAULT now(),
    PRIMARY KEY (session_id, position)
);
