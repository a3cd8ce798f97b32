-- The words of name, tags, tagline and traits have a vector of their own. As a weight within the document they made every
-- row that has a word anywhere be read and checked once more: an index knows no weights.
DROP FUNCTION searchable(json);
CREATE FUNCTION searchable(content json, OUT title tsvector, OUT heading tsvector, OUT document tsvector,
                           OUT traits text[], OUT name_words text[], OUT other_words text[])
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$
    SELECT strip(to_tsvector('simple', name) || to_tsvector('marketplace', name)),
           strip(to_tsvector('spelt', heading) || to_tsvector('marketplace', heading)),
           strip(to_tsvector('spelt', everything) || to_tsvector('marketplace', everything)),
           traits, string_to_array(name, ' '),
           ARRAY(SELECT unnest(string_to_array(everything, ' ')) EXCEPT SELECT unnest(string_to_array(name, ' ')))
    FROM (SELECT plain(content ->> 'name') AS name, heading, traits,
                 concat_ws(' ', heading, plain(content ->> 'description')) AS everything
          FROM (SELECT plain(concat_ws(' ', content ->> 'name', content ->> 'tagline', array_to_string(tags, ' '),
                                       array_to_string(traits, ' '))) AS heading, traits
                FROM (SELECT ARRAY(SELECT json_array_elements_text(content -> 'tags')) AS tags,
                             ARRAY(SELECT plain(trait ->> 'name')
                                   FROM json_array_elements(content -> 'traits') AS trait) AS traits) AS lists)
               AS headed) AS texts
$$;

ALTER TABLE listing ADD COLUMN heading tsvector;
UPDATE listing SET heading = strip(ts_filter(document, '{b}')), document = strip(document);
ALTER TABLE listing ALTER COLUMN heading SET NOT NULL;
