-- Ten imaginary ratings of 3.5 stand beside the real ones, so that one vote does not lead.
CREATE FUNCTION bayesian_mean(histogram integer[]) RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (35 + histogram[1] + 2 * histogram[2] + 3 * histogram[3] + 4 * histogram[4] + 5 * histogram[5])::double precision
     / (10 + histogram[1] + histogram[2] + histogram[3] + histogram[4] + histogram[5]);

-- What ratings and deployments tell us. Apart from the listing, so that a rating touches no search index.
-- Without a reference to it: what others tell us may come first.
CREATE TABLE standing (
    personality_id     uuid             PRIMARY KEY,
    rating_version     bigint           NOT NULL DEFAULT 0,
    rating_count       integer          NOT NULL DEFAULT 0,
    rating_average     numeric(3, 2)    NOT NULL DEFAULT 0,
    rating_histogram   integer[]        NOT NULL DEFAULT '{0,0,0,0,0}' CHECK (cardinality(rating_histogram) = 5),
    rating_score       double precision NOT NULL GENERATED ALWAYS AS (bayesian_mean(rating_histogram)) STORED,
    deployment_version bigint           NOT NULL DEFAULT 0,
    deploy_count       integer          NOT NULL DEFAULT 0,
    -- Deployments first; the score, a tenth of which is below 1, among equals.
    popularity         double precision NOT NULL
        GENERATED ALWAYS AS (deploy_count + bayesian_mean(rating_histogram) / 10) STORED
) WITH (fillfactor = 70);

CREATE INDEX standing_popularity ON standing (popularity DESC, personality_id DESC);
CREATE INDEX standing_rating ON standing (rating_score DESC, personality_id DESC);
