-- A row is now what one person has to do with one personality: they used it, or rated it, or both. So the event that tells
-- of the use and the request that rates meet on one key, and neither can miss the other.
ALTER TABLE rating
    ADD COLUMN used boolean NOT NULL DEFAULT false,
    ALTER COLUMN stars DROP NOT NULL,
    ALTER COLUMN personality_version DROP NOT NULL,
    ALTER COLUMN submitted_at DROP NOT NULL,
    ADD CONSTRAINT rated_wholly_or_not CHECK (num_nulls(stars, personality_version, submitted_at) IN (0, 3)),
    ADD CONSTRAINT rated_or_used CHECK (stars IS NOT NULL OR used AND review IS NULL);
