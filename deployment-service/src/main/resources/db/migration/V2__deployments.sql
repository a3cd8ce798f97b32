CREATE TABLE deployments (
    id                  uuid PRIMARY KEY,
    personality_id      uuid        NOT NULL,
    personality_version integer     NOT NULL,
    server_id           text        NOT NULL CHECK (server_id ~ '^[0-9]{17,20}$'),
    server_name         text        NOT NULL,
    channel_ids         text[]      NOT NULL CHECK (cardinality(channel_ids) <= 10),
    requested_by        uuid        NOT NULL,
    status              text        NOT NULL CHECK (status IN
        ('requested', 'awaiting_install', 'activating', 'active', 'failed', 'expired', 'undeployed')),
    reason              text,
    requested_at        timestamptz NOT NULL,
    updated_at          timestamptz NOT NULL,
    revision            bigint      NOT NULL,
    -- the worker's part: when to look again (never, when null), and how often Discord was out of reach in a row
    due_at              timestamptz,
    attempts            integer     NOT NULL DEFAULT 0,
    CHECK ((status = 'failed') = (reason IS NOT NULL))
);

-- Asked for twice, by two people, in the same instant: still one deployment.
CREATE UNIQUE INDEX deployments_live ON deployments (server_id, personality_id)
    WHERE status IN ('requested', 'awaiting_install', 'activating', 'active');

CREATE INDEX deployments_due ON deployments (due_at) WHERE due_at IS NOT NULL;

-- Everyone who asked for a deployment and had the right to: they follow it and may end it. Ids are UUIDv7, so their
-- order is the order of asking.
CREATE TABLE deployment_owners (
    owner_id      uuid NOT NULL,
    deployment_id uuid NOT NULL REFERENCES deployments (id) ON DELETE CASCADE,
    PRIMARY KEY (owner_id, deployment_id)
);

-- How many deployments of a personality are active; the version grows with every change, so readers keep the newest.
CREATE TABLE standings (
    personality_id uuid PRIMARY KEY,
    active         integer NOT NULL CHECK (active >= 0),
    version        bigint  NOT NULL
);

-- The bot has one name and one bio in a server, so at most one worker is busy with a server at a time. A lease, since
-- its holder may die.
CREATE TABLE server_leases (
    server_id text PRIMARY KEY,
    until     timestamptz NOT NULL DEFAULT '-infinity'
);
