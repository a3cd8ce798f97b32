package dev.personamarket.catalog.browsing;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The words that are known. What begins none of them was mistyped, and stands for those that are nearest to it. */
@Repository
class Vocabulary {

    /** Of three letters and more there are few enough words; of one or two there is too much of everything. */
    private static final int SHORTEST_BEGINNING = 3;
    private static final int MOST_NEIGHBOURS = 4;

    /** Neighbours are looked up only where they are needed, or where {@code :all} are. */
    private static final String LOOK_UP = """
            SELECT coalesce(json_agg(seen ORDER BY nr), '[]')::text FROM (
                SELECT nr, word, ts_lexize('english_stem', word) AS stems, known,
                       CASE WHEN :all OR NOT (known OR begins) THEN (
                           SELECT json_agg(json_build_object('word', near.word, 'inName', near.in_name,
                                                             'stem', (ts_lexize('english_stem', near.word))[1]))
                           FROM near_words(asked.word) AS near) END AS near
                FROM (
                    SELECT nr, written.word, EXISTS (SELECT FROM word w WHERE w.word = written.word) AS known,
                           EXISTS (SELECT FROM word w WHERE w.word >= written.word
                                   AND w.word < written.word || chr(1114111)) AS begins
                    FROM unnest(:words) WITH ORDINALITY AS given (text, nr),
                         unnest(string_to_array(plain(given.text), ' ')) AS written (word)
                    WHERE written.word <> '') AS asked) AS seen
            """;

    private record Neighbour(String word, boolean inName, @Nullable String stem) {

        String lexeme() {
            return stem == null ? word : stem;
        }
    }

    /** @param stems none of a word that is nearly everywhere */
    private record Seen(String word, List<String> stems, boolean known, @Nullable List<Neighbour> near) {

        boolean isShort() {
            return word.length() < SHORTEST_BEGINNING;
        }

        boolean isCommon() {
            return stems.isEmpty();
        }

        Meaning.Term term(boolean last) {
            var own = isCommon() ? word : stems.getFirst();
            return new Meaning.Term(Stream.concat(Stream.of(own), nearest()).distinct().toList(),
                    last || !known ? word : "", isCommon());
        }

        private Stream<String> nearest() {
            var candidates = near == null ? Stream.<Neighbour>empty() : near.stream();
            return candidates.filter(candidate -> slips(candidate) > 0 && slips(candidate) <= Typos.forgiven(word))
                    .sorted(Comparator.comparingInt(this::slips).thenComparing(candidate -> !candidate.inName())
                            .thenComparing(Neighbour::word))
                    .map(Neighbour::lexeme).limit(MOST_NEIGHBOURS);
        }

        private int slips(Neighbour candidate) {
            return Typos.between(word, candidate.word());
        }
    }

    private final DatabaseClient database;
    private final JsonMapper json;

    Vocabulary(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Words that are known are taken at their word. */
    Mono<Meaning> strictly(List<String> words) {
        return lookUp(words, false);
    }

    /** Every word stands for its neighbours too. */
    Mono<Meaning> generously(List<String> words) {
        return lookUp(words, true);
    }

    private Mono<Meaning> lookUp(List<String> words, boolean all) {
        return words.isEmpty()
                ? Mono.just(Meaning.NOTHING)
                : database.sql(LOOK_UP).bind("words", words.toArray(String[]::new)).bind("all", all)
                        .mapValue(String.class).one()
                        .map(text -> meaning(json.readValue(text, new TypeReference<List<Seen>>() {})));
    }

    /** The last word may still be on its way: too short to tell anything, it is left out unless it is all there is. */
    private static Meaning meaning(List<Seen> words) {
        if (words.isEmpty()) {
            return Meaning.NOTHING;
        }
        var namesOnly = words.stream().allMatch(word -> word.isShort() || word.isCommon());
        var last = words.size() - 1;
        var end = namesOnly || !words.get(last).isShort() ? words.size() : last;
        return new Meaning(IntStream.range(0, end).mapToObj(i -> words.get(i).term(i == last)).toList(), namesOnly);
    }
}
