package dev.personamarket.defaults.idempotency;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.WebFilter;

import dev.personamarket.defaults.problems.Problem;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** An application whose requests have an effect that can be counted, and the fate that they ask for. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(PostOffice.Letters.class)
class PostOffice {

    /** Callers that hung up, by the name in their header {@code Caller}. */
    final Set<String> gone = ConcurrentHashMap.newKeySet();

    @Bean
    IdempotentRoutes routes() {
        return IdempotentRoutes.changing("/api/letters/**");
    }

    @Bean
    @Order(-1)
    WebFilter whoHangsUp() {
        return (exchange, chain) -> chain.filter(exchange).doOnCancel(
                () -> gone.add(String.valueOf(exchange.getRequest().getHeaders().getFirst("Caller"))));
    }

    record Letter(String word, String fate) {}

    /** A letter that went out; the second time the word is sent it is the second copy. */
    record Sent(String word, long copy, String remark) {}

    @RestController
    static class Letters {

        private final DatabaseClient database;
        private final Map<String, Sinks.Empty<Void>> gates = new ConcurrentHashMap<>();

        Letters(DatabaseClient database) {
            this.database = database;
        }

        /** What this copy of a letter with the fate "waits" waits for. */
        Sinks.Empty<Void> gate(String word, long copy) {
            return gates.computeIfAbsent(word + copy, _ -> Sinks.empty());
        }

        long copies(String word) {
            return count(word).blockOptional().orElse(0L);
        }

        @PostMapping("/api/letters")
        Mono<ResponseEntity<Sent>> send(@RequestBody Letter letter) {
            return database.sql("INSERT INTO effects (word) VALUES (:word)").bind("word", letter.word()).then()
                    .then(count(letter.word())).flatMap(copy -> fate(letter, copy));
        }

        private Mono<ResponseEntity<Sent>> fate(Letter letter, long copy) {
            return switch (letter.fate()) {
                case "waits" -> gate(letter.word(), copy).asMono().then(Mono.just(sent(letter, copy, "after a while")));
                case "is refused" -> Mono.error(refused(copy));
                case "is long" -> Mono.just(sent(letter, copy, "x".repeat(100_000)));
                default -> copy == 1 ? mishap(letter) : Mono.just(sent(letter, copy, "at last"));
            };
        }

        /** What befalls the first copy only. */
        private static Mono<ResponseEntity<Sent>> mishap(Letter letter) {
            return switch (letter.fate()) {
                case "breaks" -> Mono.error(new IllegalStateException("torn"));
                case "is too early" ->
                    Mono.error(Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-early", "Come back later."));
                case "is forbidden" -> Mono.error(new AccessDeniedException("not yours"));
                default -> Mono.just(sent(letter, 1, "at once"));
            };
        }

        private static Problem refused(long copy) {
            return Problem.of(HttpStatus.CONFLICT, "letter-refused", "Copy %d was refused.".formatted(copy));
        }

        private static ResponseEntity<Sent> sent(Letter letter, long copy, String remark) {
            return ResponseEntity.created(URI.create("/api/letters/" + letter.word())).eTag("copy-" + copy)
                    .body(new Sent(letter.word(), copy, remark));
        }

        /** Recalls all copies: 204, and 404 when there are none. */
        @DeleteMapping("/api/letters/{word}")
        Mono<ResponseEntity<Void>> recall(@PathVariable String word) {
            return database.sql("DELETE FROM effects WHERE word = :word").bind("word", word).fetch().rowsUpdated()
                    .map(rows -> rows == 0 ? ResponseEntity.notFound().build() : ResponseEntity.noContent().build());
        }

        private Mono<Long> count(String word) {
            return database.sql("SELECT count(*) FROM effects WHERE word = :word").bind("word", word)
                    .mapValue(Long.class).one();
        }
    }
}
