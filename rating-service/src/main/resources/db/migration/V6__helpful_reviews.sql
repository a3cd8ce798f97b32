ALTER TABLE rating ADD COLUMN helpful_count integer NOT NULL DEFAULT 0 CHECK (helpful_count >= 0);

-- Serves the list of reviews, most helpful first.
CREATE INDEX rating_helpful_reviews ON rating (personality_id, helpful_count DESC, id DESC) WHERE review IS NOT NULL;

-- Who found which review helpful; gone with the rating.
CREATE TABLE found_helpful (
    rating_id uuid NOT NULL REFERENCES rating ON DELETE CASCADE,
    reader_id uuid NOT NULL,
    PRIMARY KEY (rating_id, reader_id)
);
