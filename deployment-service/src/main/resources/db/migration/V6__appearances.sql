-- How the bot was last made to look on each server, so that nothing is sent twice: Discord lets a face change only now
-- and then.
CREATE TABLE appearances (
    server_id   text PRIMARY KEY,
    nick        text,
    bio         text,
    -- the address of its face, which never changes its content; null is the bot's own
    avatar_url  text,
    -- a face that Discord did not take is not tried again before
    avatar_at   timestamptz NOT NULL DEFAULT now(),
    attempts    integer     NOT NULL DEFAULT 0
);
