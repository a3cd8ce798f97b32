-- What catalog-service says of a personality, as far as a deployment needs it; fed by marketplace.personalities.
CREATE TABLE personas (
    personality_id uuid PRIMARY KEY,
    revision       bigint  NOT NULL,
    version        integer NOT NULL,
    -- empty while nothing but the archiving is known
    name           text    NOT NULL DEFAULT '',
    tagline        text    NOT NULL DEFAULT '',
    avatar_url     text,
    archived       boolean NOT NULL
);
