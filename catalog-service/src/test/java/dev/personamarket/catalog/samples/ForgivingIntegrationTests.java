package dev.personamarket.catalog.samples;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

import dev.personamarket.catalog.CatalogTest;
import dev.personamarket.catalog.Market;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** How well the samples are found by people who type fast: a fixed list, written before anybody tried it. */
@CatalogTest
class ForgivingIntegrationTests {

    private static final int ENOUGH = 57;

    private record Query(String text, String meant) {

        static Query of(String line) {
            var parts = line.split(",");
            return new Query(parts[0], parts[1]);
        }
    }

    @Autowired
    private Market market;

    @Autowired
    private SampleLoader samples;

    @BeforeEach
    void openWithTheSamples() {
        market.clear();
        samples.load().block();
    }

    @Test
    void findsTheOneThatWasMeantAmongTheFirstThree() throws IOException {
        var queries = new ClassPathResource("samples/misspelt.csv").getContentAsString(UTF_8).lines().map(Query::of)
                .toList();
        var misses = queries.stream().filter(query -> !firstThree(query).contains(query.meant())).toList();

        assertThat(queries).hasSize(60).doesNotHaveDuplicates();
        assertThat(queries.size() - misses.size()).as("found; missed were %s", misses).isGreaterThanOrEqualTo(ENOUGH);
    }

    private List<String> firstThree(Query query) {
        return market.find("limit=3&search={search}", query.text());
    }
}
