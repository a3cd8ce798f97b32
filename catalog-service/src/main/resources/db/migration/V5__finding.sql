CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

-- Text as people look for it: without accents, case and punctuation.
CREATE FUNCTION plain(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN trim(regexp_replace(lower(unaccent('unaccent', $1) COLLATE pg_c_utf8), '[^[:alnum:]]+', ' ', 'g'));

-- Words as they are spelt, but for those that are everywhere: what is still being typed begins a word, not a stem.
CREATE TEXT SEARCH DICTIONARY spelt (TEMPLATE = simple, STOPWORDS = english);
CREATE TEXT SEARCH CONFIGURATION spelt (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION spelt ALTER MAPPING REPLACE simple WITH spelt;

-- What searches look through, of a version's content. In the document, the words of name, tags, tagline and traits have
-- weight B, and those of the description none: PostgreSQL ranks nothing here, so no word needs its places.
CREATE FUNCTION searchable(content json, OUT title tsvector, OUT document tsvector, OUT traits text[],
                           OUT name_words text[], OUT other_words text[])
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$
    SELECT strip(to_tsvector('simple', name) || to_tsvector('marketplace', name)),
           setweight(to_tsvector('spelt', heading) || to_tsvector('marketplace', heading), 'B')
               || strip(to_tsvector('spelt', description) || to_tsvector('marketplace', description)),
           traits, string_to_array(name, ' '),
           ARRAY(SELECT unnest(string_to_array(concat_ws(' ', heading, description), ' '))
                 EXCEPT SELECT unnest(string_to_array(name, ' ')))
    FROM (SELECT plain(content ->> 'name') AS name, plain(content ->> 'description') AS description,
                 plain(concat_ws(' ', content ->> 'name', content ->> 'tagline', array_to_string(tags, ' '),
                                 array_to_string(traits, ' '))) AS heading, traits
          FROM (SELECT ARRAY(SELECT json_array_elements_text(content -> 'tags')) AS tags,
                       ARRAY(SELECT plain(trait ->> 'name')
                             FROM json_array_elements(content -> 'traits') AS trait) AS traits) AS lists) AS texts
$$;

-- Every word that stands or stood anywhere, so that a misspelt one is put right in a small table.
CREATE TABLE word (
    word    text    COLLATE "C" PRIMARY KEY CHECK (char_length(word) <= 40),
    in_name boolean NOT NULL
);

-- The word, and what is left of it without one of its letters: whatever is one slip apart shares one of these.
CREATE FUNCTION slips(word text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT array_agg(DISTINCT overlay(word placing '' FROM at FOR 1)) || word
        FROM generate_series(1, char_length(word)) AS at);

CREATE INDEX word_slips ON word USING gin (slips(word));
CREATE INDEX word_parts ON word USING gin (word gin_trgm_ops);

-- Sorted, so that two who publish at once never wait for each other in a circle.
CREATE FUNCTION learn(names text[], others text[]) RETURNS void LANGUAGE sql AS
$$
    INSERT INTO word AS known (word, in_name)
    SELECT heard.word, bool_or(heard.in_name)
    FROM (SELECT unnest(names) AS word, true AS in_name UNION ALL SELECT unnest(others), false) AS heard
    LEFT JOIN word USING (word)
    WHERE char_length(heard.word) BETWEEN 1 AND 40 AND (word.in_name IS NULL OR heard.in_name AND NOT word.in_name)
    GROUP BY heard.word ORDER BY heard.word
    ON CONFLICT (word) DO UPDATE SET in_name = true WHERE excluded.in_name AND NOT known.in_name
$$;

-- What a word may have been meant as: all that is one slip away, and of longer words what looks alike.
CREATE FUNCTION near_words(term text) RETURNS SETOF word LANGUAGE sql STABLE ROWS 10
SET pg_trgm.similarity_threshold = 0.3 AS
$$
    SELECT * FROM word WHERE slips(word) && slips(term) AND levenshtein_less_equal(word, term, 2) <= 2
    UNION
    (SELECT * FROM word WHERE char_length(term) > 5 AND word % term AND levenshtein_less_equal(word, term, 3) <= 3
     ORDER BY similarity(word, term) DESC, word LIMIT 20)
$$;

DROP INDEX listing_document, listing_words;
ALTER TABLE listing DROP COLUMN words, DROP COLUMN document,
    ADD COLUMN title tsvector, ADD COLUMN document tsvector, ADD COLUMN traits text[];
UPDATE listing SET (title, document, traits) = (
    SELECT s.title, s.document, s.traits FROM personality_version v, searchable(v.content) AS s
    WHERE v.personality_id = listing.personality_id AND v.version = listing.version);
SELECT learn(s.name_words, s.other_words)
FROM listing JOIN personality_version v USING (personality_id, version), searchable(v.content) AS s;
ALTER TABLE listing ALTER COLUMN title SET NOT NULL, ALTER COLUMN document SET NOT NULL,
    ALTER COLUMN traits SET NOT NULL,
    DROP CONSTRAINT listing_category_fkey,
    ADD CONSTRAINT listing_category_fkey FOREIGN KEY (category) REFERENCES category (slug) ON UPDATE CASCADE;
CREATE INDEX listing_title ON listing USING gin (title);
CREATE INDEX listing_document ON listing USING gin (document);

-- The time since 2026 in half-lives of two weeks: an activity is worth half of one two weeks later. As all of them fade
-- alike, their order stays without anybody counting anew.
CREATE FUNCTION half_lives(at timestamptz) RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (extract(epoch FROM at)::double precision - 1767225600) / (14 * 86400);

-- The binary logarithm of the sum of what both stand for; beyond 60 doublings the lesser one is nothing.
CREATE FUNCTION warmed(heat double precision, more double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN greatest(heat, more) + ln(1 + power(2::double precision, -least(abs(heat - more), 60))) / ln(2::double precision);

-- A standing begins with the heat of one activity, so that a newcomer is seen. One star more on average is worth as much
-- as half a doubling of all activity. The category is that of the listing, and nothing while there is none.
ALTER TABLE standing
    ADD COLUMN heat double precision NOT NULL DEFAULT half_lives(now()),
    ADD COLUMN category text REFERENCES category (slug) ON UPDATE CASCADE;
UPDATE standing SET heat = half_lives(now()) + ln(1 + 5 * deploy_count) / ln(2::double precision),
    category = (SELECT l.category FROM listing l WHERE l.personality_id = standing.personality_id);
ALTER TABLE standing ALTER COLUMN popularity SET EXPRESSION AS (heat + bayesian_mean(rating_histogram) / 2);

-- Each sort over the whole catalogue, and over one category.
DROP INDEX standing_popularity, standing_rating, listing_category;
CREATE INDEX standing_popularity ON standing (popularity DESC, personality_id DESC) WHERE category IS NOT NULL;
CREATE INDEX standing_rating ON standing (rating_score DESC, personality_id DESC) WHERE category IS NOT NULL;
CREATE INDEX standing_category_popularity ON standing (category, popularity DESC, personality_id DESC);
CREATE INDEX standing_category_rating ON standing (category, rating_score DESC, personality_id DESC);
CREATE INDEX listing_category_newest ON listing (category, published_at DESC, personality_id DESC);
CREATE INDEX listing_category_name ON listing (category, name_key, personality_id);

-- How many each category has, as a sum: whoever publishes adds a difference and waits for nobody; whoever comes next
-- sums up what is there. A category's own count would be a lock that all who publish meet at.
CREATE TABLE category_tally (
    category   text   NOT NULL,
    difference bigint NOT NULL
);
INSERT INTO category_tally SELECT category, count(*) FROM listing GROUP BY category;

CREATE FUNCTION sum_up_tally() RETURNS void LANGUAGE sql AS
$$
    WITH summed AS (
        DELETE FROM category_tally WHERE ctid = ANY(ARRAY(SELECT ctid FROM category_tally FOR UPDATE SKIP LOCKED))
        RETURNING category, difference)
    INSERT INTO category_tally SELECT category, sum(difference) FROM summed GROUP BY category HAVING sum(difference) <> 0
$$;

CREATE FUNCTION listing_added() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    INSERT INTO category_tally SELECT category, count(*) FROM added GROUP BY category;
    INSERT INTO standing (personality_id, category) SELECT personality_id, category FROM added ORDER BY personality_id
    ON CONFLICT (personality_id) DO UPDATE SET category = excluded.category;
    PERFORM sum_up_tally();
    RETURN NULL;
END
$$;

CREATE FUNCTION listing_removed() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    INSERT INTO category_tally SELECT category, -count(*) FROM removed GROUP BY category;
    UPDATE standing SET category = NULL FROM removed WHERE standing.personality_id = removed.personality_id;
    RETURN NULL;
END
$$;

CREATE FUNCTION listing_moved() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    INSERT INTO category_tally
    SELECT category, sum(difference) FROM (SELECT category, 1 AS difference FROM added
                                           UNION ALL SELECT category, -1 FROM removed) AS moved
    GROUP BY category HAVING sum(difference) <> 0;
    UPDATE standing SET category = added.category FROM added
    WHERE standing.personality_id = added.personality_id AND standing.category IS DISTINCT FROM added.category;
    RETURN NULL;
END
$$;

CREATE FUNCTION listing_emptied() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    DELETE FROM category_tally;
    UPDATE standing SET category = NULL WHERE category IS NOT NULL;
    RETURN NULL;
END
$$;

CREATE TRIGGER added AFTER INSERT ON listing REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION listing_added();
CREATE TRIGGER removed AFTER DELETE ON listing REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION listing_removed();
CREATE TRIGGER moved AFTER UPDATE ON listing REFERENCING OLD TABLE AS removed NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION listing_moved();
CREATE TRIGGER emptied AFTER TRUNCATE ON listing FOR EACH STATEMENT EXECUTE FUNCTION listing_emptied();
