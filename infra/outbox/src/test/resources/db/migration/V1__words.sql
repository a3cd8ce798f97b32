CREATE TABLE words (
    id   uuid PRIMARY KEY,
    word text NOT NULL
);
