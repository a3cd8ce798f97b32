package dev.personamarket.preview.persona;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

import dev.personamarket.preview.PreviewServiceTest;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import reactor.core.publisher.Flux;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What was known before versions were kept is known after it. */
@PreviewServiceTest
class PersonaMigrationIntegrationTests {

    private static final String BEFORE = """
            CREATE SCHEMA earlier;
            SET search_path TO earlier;
            %s
            INSERT INTO persona (personality_id, revision, version, name, system_prompt, greeting, examples, nickname, open)
            VALUES (gen_random_uuid(), 7, 3, 'Orla', 'You keep the lamp.', 'Come in.', '[]', 'Or', true);
            INSERT INTO persona (personality_id, revision, version) VALUES (gen_random_uuid(), 9, 4);
            """;
    private static final String KNOWN = """
            SELECT concat_ws(' ', persona.revision, persona.version, withdrawn_at IS NULL, spoken.revision, name, nickname,
                system_prompt, open)
            FROM persona LEFT JOIN persona_version spoken USING (personality_id, version) ORDER BY persona.revision
            """;

    @Test
    void theNewestVersionsAreKeptAndTheWithdrawnStaySilent(@Autowired ConnectionFactory database) {
        var before = BEFORE.formatted(Stream.of("V1__personas", "V3__prompt_sections", "V4__open_prompts",
                "V8__generation").map(PersonaMigrationIntegrationTests::migration).collect(Collectors.joining("\n")));

        var known = Flux.usingWhen(database.create(),
                connection -> run(connection, before).thenMany(run(connection, migration("V10__persona_versions")))
                        .thenMany(run(connection, KNOWN)),
                connection -> run(connection, "RESET search_path; DROP SCHEMA earlier CASCADE")
                        .thenEmpty(connection.close()))
                .collectList().block();

        assertThat(known).isEqualTo(List.of("7 3 t 7 Orla Or You keep the lamp. t", "9 4 f"));
    }

    private static Flux<String> run(Connection connection, String sql) {
        return Flux.from(connection.createStatement(sql).execute())
                .concatMap(result -> result.map(row -> String.valueOf(row.get(0, String.class))));
    }

    private static String migration(String name) {
        try {
            return new ClassPathResource("db/migration/" + name + ".sql").getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
