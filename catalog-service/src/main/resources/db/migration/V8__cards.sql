-- The character card that a personality was made of, as it came: what we do not use of it goes out again with an export.
-- JSON as json, not jsonb: numbers and the order of keys stay as they were.
CREATE TABLE imported_card (
    personality_id uuid        PRIMARY KEY REFERENCES personality (id) ON DELETE CASCADE,
    spec           text        NOT NULL CHECK (spec IN ('V1', 'V2', 'V3')),
    file           text        NOT NULL,
    raw            json        NOT NULL,
    -- what an export would have said right after the import: a field that says the same still goes out as it came
    fields         json        NOT NULL,
    imported_at    timestamptz NOT NULL DEFAULT now()
);

-- On which shelf an imported card belongs, by its tags; to be edited at will. The shelves' own slugs need no row.
-- Without a reference: what a category was called leads to the one of now, and what leads nowhere is passed over.
CREATE TABLE card_tag (
    tag      text PRIMARY KEY CHECK (tag = lower(tag)),
    category text NOT NULL
);

INSERT INTO card_tag (tag, category)
SELECT tag, slug
FROM (VALUES
    ('companions', ARRAY['companion', 'friend', 'friendship', 'girlfriend', 'boyfriend', 'romance', 'slice of life',
                         'comfort', 'pet', 'animal', 'original character', 'oc', 'human', 'non-human', 'fluff']),
    ('storytelling', ARRAY['story', 'storyteller', 'narrator', 'fantasy', 'sci-fi', 'science fiction', 'horror', 'drama',
                           'mystery', 'fairy tale', 'mythology', 'scenario', 'book', 'literature', 'writing', 'magic',
                           'vampire', 'anime', 'movie', 'tv', 'cyberpunk', 'comedy']),
    ('games', ARRAY['game', 'rpg', 'roleplay', 'roleplaying', 'adventure', 'dungeon master', 'dnd', 'd&d', 'video game',
                    'game characters', 'quiz', 'simulator', 'puzzle', 'text adventure', 'trivia']),
    ('learning', ARRAY['teacher', 'tutor', 'education', 'language', 'language learning', 'school', 'student', 'professor',
                       'math', 'study', 'exam']),
    ('history-and-science', ARRAY['history', 'historical', 'science', 'scientist', 'philosophy', 'philosopher',
                                  'astronomy', 'biology', 'physics', 'nature', 'politics', 'archaeology']),
    ('craft-and-code', ARRAY['code', 'coding', 'programming', 'programmer', 'developer', 'engineering', 'engineer', 'art',
                             'artist', 'design', 'music', 'diy', 'craft', 'robot', 'technology']),
    ('kitchen', ARRAY['cooking', 'cook', 'chef', 'food', 'recipes', 'baking', 'baker', 'drinks', 'restaurant']),
    ('productivity', ARRAY['assistant', 'work', 'business', 'career', 'office', 'planning', 'marketing', 'finance', 'tool',
                           'utility', 'helper']),
    ('wellbeing', ARRAY['wellness', 'health', 'therapist', 'therapy', 'mental health', 'meditation', 'fitness', 'coach',
                        'sleep', 'self-help', 'sports']),
    ('community', ARRAY['discord', 'moderator', 'group', 'host', 'party', 'server', 'multiple characters'])
) AS shelf (slug, tags), unnest(tags) AS tag;
