-- Which model a personality wishes for, and how warm; nothing of it for others.
ALTER TABLE persona ADD COLUMN generation jsonb;
