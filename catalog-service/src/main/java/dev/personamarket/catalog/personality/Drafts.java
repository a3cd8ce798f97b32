package dev.personamarket.catalog.personality;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import dev.personamarket.defaults.problems.Problem;
import reactor.core.publisher.Mono;

/** Personalities as other features bring them in and take them elsewhere. */
@Component
public class Drafts {

    private static final String WITHOUT_NAME = "personality";
    private static final int MOST_NAMESAKES = 100;

    private final Personalities personalities;
    private final Versions versions;
    private final Categories categories;
    private final Curation curation;
    private final DatabaseClient database;

    Drafts(Personalities personalities, Versions versions, Categories categories, Curation curation,
            DatabaseClient database) {
        this.personalities = personalities;
        this.versions = versions;
        this.categories = categories;
        this.curation = curation;
        this.database = database;
    }

    /** What it would say. Fails with one 400 that names every fault. */
    public Mono<Content> check(PersonalityTemplate template) {
        return categories.all().map(shelves -> TemplateReader.read(template, shelves, null));
    }

    /**
     * Makes a draft of what was made elsewhere.
     *
     * @param avatar the hash of a kept face, if it has one
     */
    public Mono<Draft> bringIn(PersonalityTemplate template, @Nullable String avatar, Actor actor) {
        return curation.bringIn(template, avatar, actor).map(Draft::of);
    }

    public Mono<Shelves> shelves() {
        return categories.all();
    }

    /**
     * A slug that no other personality has now: the wanted one, or one of the name, or either with a number.
     *
     * @param taken slugs that are not free either
     */
    public Mono<FreeSlug> freeSlug(@Nullable String wanted, @Nullable String name, Collection<String> taken) {
        var base = Stream.of(Optional.ofNullable(wanted), Optional.ofNullable(name).map(Slug::from))
                .flatMap(Optional::stream).filter(Slug::isValid).findFirst().orElse(WITHOUT_NAME);
        var candidates = IntStream.rangeClosed(1, MOST_NAMESAKES).mapToObj(number -> Slug.numbered(base, number))
                .toList();
        return database.sql("SELECT slug FROM personality WHERE slug = ANY(:candidates) AND status <> 'deleted'")
                .bind("candidates", candidates.toArray(String[]::new)).mapValue(String.class).all().collectList()
                .map(HashSet::new).map(others -> candidates.stream()
                        .filter(slug -> !others.contains(slug) && !taken.contains(slug)).findFirst()
                        .map(slug -> new FreeSlug(slug, base))
                        .orElseThrow(() -> Problem.invalid("slug", "must be given: too many have this name")));
    }

    /**
     * Fails with a 404 if there is no such personality or version.
     *
     * @param version {@code draft}, {@code published}, or the number of a version
     */
    public Mono<Draft> read(UUID id, String version) {
        return personalities.get(new PersonalityId(id)).flatMap(personality -> version.equals("draft")
                ? Mono.just(Draft.of(personality))
                : versions.get(personality.id(), number(version, personality))
                        .map(found -> Draft.of(personality, found)));
    }

    private static int number(String version, Personality personality) {
        try {
            return version.equals("published") ? published(personality) : Integer.parseInt(version);
        } catch (NumberFormatException _) {
            throw Problem.invalid("version", "must be draft, published or the number of a version");
        }
    }

    private static int published(Personality personality) {
        return Optional.ofNullable(personality.version()).orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND,
                "version-not-found", "The personality was never published."));
    }
}
