package dev.personamarket.catalog.card;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NotesTests {

    @Test
    void keepWhatMarkdownHas() {
        assertThat(
                Notes.markdown("<h1>Orla</h1><p>A <b>quiet</b> <em>keeper</em>.</p><ul><li>tea</li><li>rain</li></ul>"))
                .isEqualTo("Orla\n\nA **quiet** *keeper*.\n\n- tea\n- rain");
    }

    @Test
    void stayAsTheyAreWithoutHtml() {
        assertThat(Notes.markdown(" **Quiet** > loud\n\n> 1 < 2 & `x`\n"))
                .isEqualTo("**Quiet** > loud\n\n> 1 < 2 & `x`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
            "<style>*{}</style>", "<scr<script>ipt>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;",
            "<a href='javascript:alert(1)'>", "<!-- <b> -->", "<iframe src=//x>", "</p><object>"})
    void haveNoTagLeft(String html) {
        assertThat(Notes.markdown("Before. " + html)).startsWith("Before.").doesNotContainPattern("<[a-zA-Z/!?]");
    }

    @Test
    void giveTheirFirstSentence() {
        assertThat(Excerpt.firstSentence("![x](y)\n\n# **Quiet** [keeper](https://x.y). And more.", 160))
                .isEqualTo("Quiet keeper.");
        assertThat(Excerpt.firstSentence("word ".repeat(99), 160)).hasSizeLessThanOrEqualTo(160).endsWith("word…");
        assertThat(Excerpt.firstSentence("---\n***\n", 160)).isEmpty();
    }
}
