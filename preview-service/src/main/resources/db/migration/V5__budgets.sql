-- Tokens of a UTC day, by scope: visitor:<hash>, user:<id>, personality:<id> and site.
CREATE TABLE budget (
    day      date   NOT NULL,
    scope    text   NOT NULL,
    used     bigint NOT NULL,
    -- The most that the answers under way can take.
    reserved bigint NOT NULL,
    PRIMARY KEY (day, scope)
);

-- One for each answer under way. What an instance that died leaves here is given back when it has expired.
CREATE TABLE budget_reservation (
    id         uuid        PRIMARY KEY,
    day        date        NOT NULL,
    -- In the order in which their rows are locked: the one that everybody shares comes last.
    scopes     text[]      NOT NULL,
    tokens     bigint      NOT NULL,
    expires_at timestamptz NOT NULL
);

CREATE INDEX budget_reservation_expiry ON budget_reservation (expires_at);
