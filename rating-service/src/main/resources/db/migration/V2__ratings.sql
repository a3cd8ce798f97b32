CREATE TABLE rating (
    id                  uuid           PRIMARY KEY DEFAULT uuidv7(),
    personality_id      uuid           NOT NULL,
    rater_id            uuid           NOT NULL,
    stars               smallint       NOT NULL CHECK (stars BETWEEN 1 AND 5),
    review              text           CHECK (char_length(review) BETWEEN 1 AND 2000),
    personality_version integer        NOT NULL,
    submitted_at        timestamptz(3) NOT NULL DEFAULT now(),
    CONSTRAINT one_rating_each UNIQUE (personality_id, rater_id)
);

-- Serves the list of reviews, newest first.
CREATE INDEX rating_reviews ON rating (personality_id, submitted_at DESC, id DESC) WHERE review IS NOT NULL;

-- One row for each personality that was ever rated. Only the histogram is counted; what follows from it is computed from
-- it, so the figures cannot contradict each other.
CREATE TABLE rating_summary (
    personality_id uuid          PRIMARY KEY,
    version        bigint        NOT NULL CHECK (version > 0),
    ones           integer       NOT NULL CHECK (ones >= 0),
    twos           integer       NOT NULL CHECK (twos >= 0),
    threes         integer       NOT NULL CHECK (threes >= 0),
    fours          integer       NOT NULL CHECK (fours >= 0),
    fives          integer       NOT NULL CHECK (fives >= 0),
    count          integer       GENERATED ALWAYS AS (ones + twos + threes + fours + fives) STORED,
    average        numeric(3, 2) GENERATED ALWAYS AS (
        CASE WHEN ones + twos + threes + fours + fives = 0 THEN 0
             ELSE round((ones + 2 * twos + 3 * threes + 4 * fours + 5 * fives)::numeric
                        / (ones + twos + threes + fours + fives), 2) END) STORED
) WITH (fillfactor = 70); -- room for the next version of a row beside it, since each rating writes one

-- How events and answers show a summary.
CREATE FUNCTION summary_json(summary rating_summary) RETURNS json STABLE
    RETURN json_build_object(
        'version', summary.version,
        'count', summary.count,
        'average', summary.average,
        'histogram', json_build_array(summary.ones, summary.twos, summary.threes, summary.fours, summary.fives));

-- ISO-8601 in UTC, to the millisecond, whatever the session's time zone.
CREATE FUNCTION utc(moment timestamptz) RETURNS text STABLE
    RETURN to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
