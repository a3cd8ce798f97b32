-- What a personality made after a character card has beside its prompt; nothing of it for others.
ALTER TABLE persona ADD COLUMN nickname text, ADD COLUMN prompt_sections jsonb;
