-- Deployments live on after they are active: they follow their personality or keep their version, and what the server
-- does to the bot is told of them.
ALTER TABLE deployments
    ADD COLUMN update_policy       text   NOT NULL DEFAULT 'auto' CHECK (update_policy IN ('auto', 'pinned')),
    -- permissions that it lacks, of failed and degraded ones
    ADD COLUMN missing_permissions text[] NOT NULL DEFAULT '{}',
    DROP CONSTRAINT deployments_status_check,
    DROP CONSTRAINT deployments_check;

UPDATE deployments SET reason = 'install_expired' WHERE status = 'expired';
-- an active one is looked at now and then
UPDATE deployments SET due_at = now() WHERE status = 'active';

ALTER TABLE deployments
    ADD CHECK (status IN ('requested', 'awaiting_install', 'activating', 'active', 'degraded', 'failed', 'expired',
        'removed', 'undeployed')),
    ADD CHECK ((status IN ('failed', 'expired', 'degraded', 'removed')) = (reason IS NOT NULL));

DROP INDEX deployments_live;
CREATE UNIQUE INDEX deployments_live ON deployments (server_id, personality_id)
    WHERE status IN ('requested', 'awaiting_install', 'activating', 'active', 'degraded');

-- Who is to follow when a personality is published anew.
CREATE INDEX deployments_following ON deployments (personality_id)
    WHERE status IN ('active', 'degraded') AND update_policy = 'auto';

ALTER TABLE agents ADD COLUMN avatar_url text;
UPDATE agents SET avatar_url = p.avatar_url FROM personas p
    WHERE p.personality_id = agents.personality_id AND p.version = agents.personality_version;
