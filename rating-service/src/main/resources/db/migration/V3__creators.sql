-- Who made it, and so may not rate it. Unknown for the marketplace's own, and for what the catalogue told before this
-- column was there, until it tells it again.
ALTER TABLE subject ADD COLUMN creator_id uuid;
