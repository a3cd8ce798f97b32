package dev.personamarket.catalog.samples;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class SampleFilesTests {

    private final SampleFiles files = new SampleFiles(new PathMatchingResourcePatternResolver(), JsonMapper.shared());

    @Test
    void haveAtLeastFortyPersonalitiesOnEightShelves() {
        var samples = files.read();

        assertThat(samples).hasSizeGreaterThanOrEqualTo(40);
        assertThat(samples.stream().map(Sample::category).distinct()).hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void areEachComplete() {
        assertThat(files.read()).allSatisfy(sample -> {
            var template = sample.template();
            assertThat(template.slug()).isNotBlank();
            assertThat(template.tags()).isNotEmpty();
            assertThat(template.sampleConversations()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(sample.face().keySet()).as("sizes of the face of %s", template.slug())
                    .containsExactly(64, 128, 256, 512);
        });
    }
}
