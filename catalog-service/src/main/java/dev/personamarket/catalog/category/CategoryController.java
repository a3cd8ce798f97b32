package dev.personamarket.catalog.category;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.personamarket.catalog.personality.Actor;
import dev.personamarket.defaults.identity.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import reactor.core.publisher.Mono;

/**
 * The categories, for admins. What they change the public sees at once; events keep the category as of publication until
 * the operators publish them again.
 */
@RestController
@RequestMapping(path = "/api/admin/categories", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Categories")
class CategoryController {

    /** @param slugs of every category */
    record Order(@NotNull @Size(max = 1000) @Nullable List<String> slugs) {}

    /** @param into the slug of the category that everything goes to */
    record Merge(@NotNull @Nullable String into) {}

    private final Librarian librarian;
    private final Shelving shelving;

    CategoryController(Librarian librarian, Shelving shelving) {
        this.librarian = librarian;
        this.shelving = shelving;
    }

    @GetMapping
    @Operation(summary = "All of them in their order, with how many personalities they have in each status")
    Mono<List<Shelf>> all() {
        return shelving.all();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Put up a category, behind the others")
    Mono<ResponseEntity<Shelf>> create(@RequestBody ShelfTemplate template, Caller caller) {
        return librarian.create(template.read(null), Actor.of(caller)).flatMap(created -> shelf(created.slug()))
                .map(shelf -> ResponseEntity.created(URI.create("/api/admin/categories/" + shelf.slug())).body(shelf));
    }

    @PutMapping("/{slug}")
    @Operation(summary = "Rename a category", description = "Under another slug, the old one still leads to it.")
    Mono<Shelf> rename(@PathVariable String slug, @RequestBody ShelfTemplate template, Caller caller) {
        return librarian.rename(slug, template, Actor.of(caller)).flatMap(renamed -> shelf(renamed.slug()));
    }

    @PutMapping("/order")
    @Operation(summary = "Put all categories in order")
    Mono<List<Shelf>> order(@Valid @RequestBody Order order, Caller caller) {
        var slugs = order.slugs() == null ? List.<String>of() : order.slugs();
        return librarian.order(slugs, Actor.of(caller)).then(shelving.all());
    }

    @PostMapping("/{slug}/merge")
    @Operation(summary = "Move everything to another category and take this one down", description = "Its slug leads to the other one.")
    Mono<Shelf> merge(@PathVariable String slug, @Valid @RequestBody Merge merge, Caller caller) {
        var into = merge.into() == null ? "" : merge.into();
        return librarian.merge(slug, into, Actor.of(caller)).flatMap(target -> shelf(target.slug()));
    }

    @DeleteMapping("/{slug}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take down an empty category")
    Mono<Void> delete(@PathVariable String slug, Caller caller) {
        return librarian.delete(slug, Actor.of(caller));
    }

    private Mono<Shelf> shelf(String slug) {
        return shelving.all().flatMapIterable(shelves -> shelves).filter(shelf -> shelf.slug().equals(slug)).next();
    }
}
