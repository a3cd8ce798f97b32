CREATE TABLE effects (
    id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    word text NOT NULL CHECK (word <> 'forbidden')
);
