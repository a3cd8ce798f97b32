-- What published versions were compiled to, by preview-service; fed by marketplace.prompt-hashes.
CREATE TABLE prompt_hashes (
    personality_id uuid    NOT NULL,
    version        integer NOT NULL,
    revision       bigint  NOT NULL,
    prompt_hash    text    NOT NULL,
    PRIMARY KEY (personality_id, version)
);
