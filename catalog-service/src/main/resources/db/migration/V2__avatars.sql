-- Pictures by the hash of their bytes: a picture never changes under its address.
CREATE TABLE avatar (
    hash  text    NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    size  integer NOT NULL CHECK (size IN (64, 128, 256, 512)),
    bytes bytea   NOT NULL,
    PRIMARY KEY (hash, size)
);

-- WebP does not compress any further.
ALTER TABLE avatar ALTER COLUMN bytes SET STORAGE EXTERNAL;
