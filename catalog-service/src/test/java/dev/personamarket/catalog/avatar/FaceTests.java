package dev.personamarket.catalog.avatar;

import java.io.StringReader;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;

class FaceTests {

    @Test
    void ofTheSameIdIsAlwaysTheSame() {
        var id = UUID.randomUUID();

        assertThat(Face.of(id).svg()).isEqualTo(Face.of(id).svg());
    }

    @Test
    void areHardlyEverAlikeEvenWhenIdsNearlyAre() {
        var faces = IntStream.range(0, 500).mapToObj(i -> Face.of(new UUID(0x019cad9dd2457ebeL, i)).svg())
                .collect(Collectors.toSet());

        assertThat(faces).hasSizeGreaterThan(490);
    }

    @Test
    void areWellFormedAndReferToNothingOutside() throws Exception {
        for (var i = 0; i < 200; i++) {
            var svg = Face.of(UUID.randomUUID()).svg();
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
            assertThat(svg.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http", "script", "href");
        }
    }
}
