-- Who published a version; unknown of those that are older than this.
ALTER TABLE personality_version
    ADD COLUMN publisher_id uuid,
    ADD COLUMN publisher_name text;
