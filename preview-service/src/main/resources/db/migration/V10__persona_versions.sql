-- How each personality spoke in every version that we were told of: whoever deployed one may stay on it. What remains in
-- persona is the newest revision known, and which version that is.
CREATE TABLE persona_version (
    personality_id  uuid    NOT NULL,
    version         integer NOT NULL,
    revision        bigint  NOT NULL,
    name            text    NOT NULL,
    nickname        text,
    system_prompt   text    NOT NULL,
    greeting        text    NOT NULL,
    examples        jsonb   NOT NULL,
    prompt_sections jsonb,
    generation      jsonb,
    open            boolean NOT NULL,
    PRIMARY KEY (personality_id, version)
);

INSERT INTO persona_version (personality_id, version, revision, name, nickname, system_prompt, greeting, examples,
    prompt_sections, generation, open)
SELECT personality_id, version, revision, name, nickname, system_prompt, greeting, examples, prompt_sections, generation,
    open
FROM persona WHERE name IS NOT NULL;

-- Since when it no longer speaks, in none of its versions; they are kept a while, for it may come back.
ALTER TABLE persona ADD COLUMN withdrawn_at timestamptz;
UPDATE persona SET withdrawn_at = now() WHERE name IS NULL;
ALTER TABLE persona DROP COLUMN name, DROP COLUMN nickname, DROP COLUMN system_prompt, DROP COLUMN greeting,
    DROP COLUMN examples, DROP COLUMN prompt_sections, DROP COLUMN generation, DROP COLUMN open;
