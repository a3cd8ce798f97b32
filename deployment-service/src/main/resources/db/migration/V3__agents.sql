-- Who answers people on which server, as it was when it was deployed there.
CREATE TABLE agents (
    server_id           text        NOT NULL,
    personality_id      uuid        NOT NULL,
    personality_version integer     NOT NULL,
    deployment_id       uuid        NOT NULL UNIQUE,
    name                text        NOT NULL,
    tagline             text        NOT NULL,
    -- empty: every channel
    channel_ids         text[]      NOT NULL,
    since               timestamptz NOT NULL,
    PRIMARY KEY (server_id, personality_id)
);
