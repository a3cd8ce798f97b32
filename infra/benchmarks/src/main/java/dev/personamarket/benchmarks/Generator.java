package dev.personamarket.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Personalities that nobody wrote, but that are spread as if many had: the same ones each time, each by its number. */
final class Generator {

    private static final long SEED = 20_260_301;
    private static final int VOCABULARY = 50_000;
    private static final int TAGS = 300;
    private static final int LAST_NAMES = 20_000;
    private static final String[] ONSETS = "b bl br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sh sk sl sp st t th tr v w wh z"
            .split(" ");
    private static final String[] VOWELS = "a e i o u a e i o ai ea ee ie oa oo ou é ö ü á".split(" ");
    private static final String[] ENDS = ". . n r l s t m nd rt st ck ng x".replace(".", "").split(" ", -1);
    private static final String[] CATEGORIES = "companions storytelling games learning history-and-science craft-and-code kitchen productivity wellbeing community"
            .split(" ");
    private static final String[] TITLES = {"", "", "", "Professor ", "Captain ", "Dr. ", "Old ", "Lady ", "Brother ",
            "Chef "};
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String[] vocabulary = words(1, VOCABULARY);
    private final String[] tags = words(2, TAGS);
    private final String[] lastNames = words(3, LAST_NAMES);
    private final String[] firstNames = words(4, 800);
    private final String[] traits = words(5, 60);
    private final double[] wordWeights = weights(VOCABULARY, 20);
    private final double[] tagWeights = weights(TAGS, 3);
    private final double[] categoryWeights = weights(CATEGORIES.length, 1);

    /** What one says: as a template for the load command. */
    ObjectNode personality(int number) {
        var random = new SplittableRandom(SEED + number);
        var name = name(random, number);
        var template = JSON.createObjectNode().put("slug", slug(number)).put("name", name)
                .put("tagline", capital(phrase(random, 5, 10)) + ".").put("description", prose(random, 40, 150))
                .put("category", CATEGORIES[pick(random, categoryWeights)]).put("greeting", prose(random, 8, 20))
                .put("systemPrompt", "You are " + name + ". " + prose(random, 30, 60));
        tags(random).forEach(template.putArray("tags")::add);
        for (var trait : some(random, traits, 1, 8)) {
            template.withArray("traits").addObject().put("name", capital(trait)).put("value", random.nextInt(101));
        }
        var conversation = template.putArray("sampleConversations").addArray();
        conversation.addObject().put("role", "user").put("content", capital(phrase(random, 4, 9)) + "?");
        conversation.addObject().put("role", "assistant").put("content", prose(random, 8, 20));
        return template;
    }

    static String slug(int number) {
        return "generated-" + number;
    }

    /** A word of the language, the frequent ones more often. */
    String word(SplittableRandom random) {
        return vocabulary[pick(random, wordWeights)];
    }

    String tag(SplittableRandom random) {
        return tags[pick(random, tagWeights)];
    }

    static String category(SplittableRandom random) {
        return CATEGORIES[random.nextInt(CATEGORIES.length)];
    }

    /** Words that belong together: of the name, the tagline and the tags of somebody. */
    List<String> wordsOf(int number) {
        var somebody = personality(number);
        return Arrays.stream("%s %s %s".formatted(somebody.path("name").asString(), somebody.path("tagline").asString(),
                somebody.path("tags").valueStream().map(tag -> tag.asString()).collect(Collectors.joining(" ")))
                .split("[^\\p{L}]+")).filter(word -> word.length() > 2).toList();
    }

    private String name(SplittableRandom random, int number) {
        return capital(TITLES[random.nextInt(TITLES.length)]) + capital(firstNames[random.nextInt(firstNames.length)])
                + " "
                + (number % 4 == 0
                        ? "the " + capital(word(random)) + " " + capital(word(random))
                        : capital(lastNames[random.nextInt(lastNames.length)]));
    }

    private LinkedHashSet<String> tags(SplittableRandom random) {
        var chosen = new LinkedHashSet<String>();
        for (var many = random.nextInt(3, 7); chosen.size() < many;) {
            chosen.add(tag(random));
        }
        return chosen;
    }

    private static List<String> some(SplittableRandom random, String[] from, int fewest, int most) {
        var many = random.nextInt(fewest, most + 1);
        var first = random.nextInt(from.length);
        return IntStream.range(0, many).mapToObj(i -> from[(first + i * 7) % from.length]).distinct().toList();
    }

    private String prose(SplittableRandom random, int fewest, int most) {
        var sentences = new ArrayList<String>();
        for (var left = random.nextInt(fewest, most + 1); left > 0; left -= 12) {
            sentences.add(capital(phrase(random, Math.min(left, 8), Math.min(left, 12))) + ".");
        }
        return String.join(" ", sentences);
    }

    private String phrase(SplittableRandom random, int fewest, int most) {
        return IntStream.range(0, random.nextInt(fewest, most + 1)).mapToObj(_ -> word(random))
                .collect(Collectors.joining(" "));
    }

    /** Different words of one to four syllables, the short ones first, as the frequent ones are. */
    private static String[] words(int kind, int many) {
        var random = new SplittableRandom(SEED * kind);
        var words = new LinkedHashSet<String>();
        while (words.size() < many) {
            var syllables = 1 + random.nextInt(1 + Math.min(3, 1 + words.size() / 2_000));
            words.add(IntStream.range(0, syllables).mapToObj(_ -> one(random, ONSETS) + one(random, VOWELS))
                    .collect(Collectors.joining()) + one(random, ENDS));
        }
        return words.toArray(String[]::new);
    }

    private static String one(SplittableRandom random, String[] of) {
        return of[random.nextInt(of.length)];
    }

    /** Running sums of 1/(rank + shift): the law of Zipf as Mandelbrot corrected it, without the words that mean nothing. */
    private static double[] weights(int many, int shift) {
        var sums = new double[many];
        for (var rank = 0; rank < many; rank++) {
            sums[rank] = (rank == 0 ? 0 : sums[rank - 1]) + 1.0 / (rank + shift);
        }
        return sums;
    }

    static int pick(SplittableRandom random, double[] sums) {
        var found = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
        return Math.min(sums.length - 1, found < 0 ? -found - 1 : found);
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase() + text.substring(1);
    }
}
