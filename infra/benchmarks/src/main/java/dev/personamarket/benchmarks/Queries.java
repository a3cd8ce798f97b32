package dev.personamarket.benchmarks;

import java.net.URLEncoder;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What people ask the catalogue, in the mix that the README shows; the words change with every question. */
final class Queries {

    private static final String LIST = "/api/marketplace/personalities";
    private static final List<String> SORTS = List.of("popular", "newest", "rating", "name");

    /** A kind of question, and how often it is asked among the others. */
    enum Kind {
        BROWSE(12), FILTER(12), NEXT_PAGE(10), ONE_WORD(12), WORDS(14), TYPO(15), PREFIX(5), ACCENT(4),
        SEARCH_AND_FILTER(6), SEARCH_AND_SORT(5), DETAIL(10), SIMILAR(5);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    /** @param path without the cursor, for {@link Kind#NEXT_PAGE}, which takes one that an earlier answer gave */
    record Query(Kind kind, String path) {}

    private final Generator generator;
    private final int personalities;
    private final SplittableRandom random;
    private final List<Kind> kinds;

    Queries(Generator generator, int personalities, long seed) {
        this.generator = generator;
        this.personalities = personalities;
        random = new SplittableRandom(seed);
        kinds = Stream.of(Kind.values()).flatMap(kind -> Stream.generate(() -> kind).limit(kind.weight)).toList();
    }

    List<Query> some(int many) {
        return Stream.generate(this::one).limit(many).toList();
    }

    private Query one() {
        var kind = kinds.get(random.nextInt(kinds.size()));
        return new Query(kind, switch (kind) {
            case BROWSE, NEXT_PAGE -> LIST + "?sort=" + sort();
            case FILTER -> LIST + "?sort=" + sort() + filter();
            case ONE_WORD -> search(generator.word(random));
            case WORDS -> search(words(random.nextInt(2, 5)));
            case TYPO -> search(misspelt(words(random.nextInt(1, 4))));
            case PREFIX -> search(words(1).replaceFirst("(?<=.{3}).*$", ""));
            case ACCENT -> search(accented(words(2)));
            case SEARCH_AND_FILTER -> search(words(1)) + filter();
            case SEARCH_AND_SORT -> search(generator.word(random)) + "&sort=" + sort();
            case DETAIL -> LIST + "/" + Generator.slug(random.nextInt(personalities));
            case SIMILAR -> LIST + "/" + Generator.slug(random.nextInt(personalities)) + "/similar";
        });
    }

    private String sort() {
        return SORTS.get(random.nextInt(SORTS.size()));
    }

    private String filter() {
        return switch (random.nextInt(4)) {
            case 0 -> "&category=" + Generator.category(random);
            case 1 -> "&category=%s&category=%s".formatted(Generator.category(random), Generator.category(random));
            case 2 -> "&excludeCategory=" + Generator.category(random);
            default -> "&tag=" + encoded(generator.tag(random));
        };
    }

    private static String search(String text) {
        return LIST + "?search=" + encoded(text);
    }

    /** Words of one personality, so that there is something to find. */
    private String words(int many) {
        var all = new ArrayList<>(generator.wordsOf(random.nextInt(personalities)));
        return Stream.generate(() -> all.remove(random.nextInt(all.size()))).limit(Math.min(many, all.size()))
                .collect(Collectors.joining(" "));
    }

    /** One letter of the longest word is missing, doubled, wrong, or has changed places with the next. */
    private String misspelt(String text) {
        var longest = Stream.of(text.split(" ")).max((a, b) -> Integer.compare(a.length(), b.length())).orElse(text);
        var at = random.nextInt(1, Math.max(2, longest.length() - 1));
        var head = longest.substring(0, at);
        var letter = longest.substring(at, at + 1);
        var tail = longest.substring(at + 1);
        return text.replace(longest, switch (random.nextInt(4)) {
            case 0 -> head + tail;
            case 1 -> head + letter + letter + tail;
            case 2 -> head + (char) random.nextInt('a', 'z' + 1) + tail;
            default -> tail.isEmpty() ? head + tail : head + tail.charAt(0) + letter + tail.substring(1);
        });
    }

    private String accented(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return plain.equals(text) ? text.replaceFirst("a", "à").replaceFirst("e", "é") : plain;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
