CREATE EXTENSION IF NOT EXISTS btree_gin;

-- All that a list is asked for at once in one index, which looks a frequent word up only where the rest matches too.
CREATE INDEX listing_matching ON listing USING gin (category, tags, title, heading, document)
    WITH (gin_pending_list_limit = 256);
DROP INDEX listing_tags, listing_title, listing_document;

-- A sample, by the random end of the id: what is too much to be counted is estimated by it.
CREATE INDEX listing_sample ON listing USING gin (tags, title, document) WITH (gin_pending_list_limit = 256)
    WHERE get_byte(uuid_send(personality_id), 15) < 8;
