-- What can be rated: the catalogue's personalities, as far as ratings need them.
CREATE TABLE subject (
    personality_id uuid    PRIMARY KEY,
    revision       bigint  NOT NULL,
    version        integer NOT NULL,
    archived       boolean NOT NULL
);
