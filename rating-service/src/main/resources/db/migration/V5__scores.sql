-- The verified ones among the ratings, and the score: a mean in which few ratings weigh little and verified ones more. What
-- a rating weighs is a matter of configuration, so whoever writes a summary computes it; here it is as it is set by default,
-- for ratings none of which is verified. No generated column: PostgreSQL plans those anew in every statement, which for an
-- expression of this length takes as long as all the rest of a rating.
ALTER TABLE rating_summary
    ADD COLUMN verified_ones   integer NOT NULL DEFAULT 0 CHECK (verified_ones BETWEEN 0 AND ones),
    ADD COLUMN verified_twos   integer NOT NULL DEFAULT 0 CHECK (verified_twos BETWEEN 0 AND twos),
    ADD COLUMN verified_threes integer NOT NULL DEFAULT 0 CHECK (verified_threes BETWEEN 0 AND threes),
    ADD COLUMN verified_fours  integer NOT NULL DEFAULT 0 CHECK (verified_fours BETWEEN 0 AND fours),
    ADD COLUMN verified_fives  integer NOT NULL DEFAULT 0 CHECK (verified_fives BETWEEN 0 AND fives),
    ADD COLUMN score           double precision NOT NULL DEFAULT 3.5;

UPDATE rating_summary
SET score = (35 + ones + 2 * twos + 3 * threes + 4 * fours + 5 * fives)::double precision / (10 + count);

CREATE OR REPLACE FUNCTION summary_json(summary rating_summary) RETURNS json STABLE
    RETURN json_build_object(
        'version', summary.version,
        'count', summary.count,
        'average', summary.average,
        'histogram', json_build_array(summary.ones, summary.twos, summary.threes, summary.fours, summary.fives),
        'verified', json_build_array(summary.verified_ones, summary.verified_twos, summary.verified_threes,
                                     summary.verified_fours, summary.verified_fives),
        'score', summary.score);
