-- Whether people may read the prompt in the catalogue; hidden until the catalogue says otherwise.
ALTER TABLE persona ADD COLUMN open boolean NOT NULL DEFAULT false;
