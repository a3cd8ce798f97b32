-- What makes each personality speak: the catalogue's prompts, in their newest revision. Of a withdrawn one only the
-- revision is kept.
CREATE TABLE persona (
    personality_id uuid    PRIMARY KEY,
    revision       bigint  NOT NULL,
    version        integer NOT NULL,
    name           text,
    system_prompt  text,
    greeting       text,
    examples       jsonb,
    CONSTRAINT whole_or_withdrawn CHECK (num_nulls(name, system_prompt, greeting, examples) IN (0, 4))
);
