-- What the ratings' own service makes of them, which knows whose ratings are verified. Where an older event did not tell
-- it, the histogram has to do.
ALTER TABLE standing ADD COLUMN told_score double precision;
ALTER TABLE standing
    ALTER COLUMN rating_score SET EXPRESSION AS (coalesce(told_score, bayesian_mean(rating_histogram))),
    ALTER COLUMN popularity SET EXPRESSION AS (heat + coalesce(told_score, bayesian_mean(rating_histogram)) / 2);
