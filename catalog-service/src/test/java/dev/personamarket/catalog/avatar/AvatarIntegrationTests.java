package dev.personamarket.catalog.avatar;

import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import dev.personamarket.catalog.CatalogTest;
import dev.personamarket.catalog.Market;

import static org.assertj.core.api.Assertions.assertThat;

@CatalogTest
class AvatarIntegrationTests {

    private static final String FOR_EVER = "max-age=31536000, public, immutable";
    private static final SortedMap<Integer, byte[]> FACE = new TreeMap<>(Map.of(64, new byte[]{0, 1, 2}, 128,
            new byte[]{3}, 256, new byte[]{4, 5}, 512, new byte[]{-1}));

    @Autowired
    private Avatars avatars;

    @Autowired
    private Portraits portraits;

    @Autowired
    private Market market;

    @Autowired
    private WebTestClient client;

    @Test
    void aFaceIsServedInEachOfItsSizesForEver() {
        var hash = String.valueOf(avatars.keep(FACE).block());

        FACE.forEach((size, bytes) -> market.visit("/avatars/{hash}/{size}.webp", hash, size).expectStatus().isOk()
                .expectHeader().valueEquals(HttpHeaders.CACHE_CONTROL, FOR_EVER).expectHeader()
                .contentType("image/webp").expectBody(byte[].class).isEqualTo(bytes));
        client.get().uri("/api/marketplace/avatars/{hash}/64.webp", hash)
                .header(HttpHeaders.IF_NONE_MATCH, "\"%s-64\"".formatted(hash)).exchange().expectStatus()
                .isNotModified();
    }

    @Test
    void whoDoesNotTakeWebPGetsAPng() {
        var hash = String.valueOf(portraits.prepare(Pictures.of("png")).flatMap(avatars::keep).block());

        var picture = market.visit("/avatars/{hash}/128.png", hash).expectStatus().isOk()
                .expectHeader().valueEquals(HttpHeaders.CACHE_CONTROL, FOR_EVER).expectHeader()
                .contentType(MediaType.IMAGE_PNG).expectBody(byte[].class).returnResult().getResponseBody();

        assertThat(picture).isNotNull().startsWith(0x89, 'P', 'N', 'G');
        assertThat(Pictures.read(picture).getWidth()).isEqualTo(128);
    }

    @Test
    void theSameFaceIsKeptOnce() {
        assertThat(avatars.keep(FACE).block()).isEqualTo(avatars.keep(FACE).block());
    }

    @Test
    void aPictureThatIsNotThereIsAProblem() {
        var answer = market.visit("/avatars/{hash}/64.webp", "0".repeat(64)).expectStatus().isNotFound()
                .expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(Market.body(answer).path("type").asString()).isEqualTo("/problems/avatar-not-found");

        market.visit("/avatars/{hash}/65.webp", "0".repeat(64)).expectStatus().isNotFound()
                .expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void whoHasNoFaceIsDrawnOne() {
        market.visit("/avatars/fallback/{id}.svg", UUID.randomUUID()).expectStatus().isOk()
                .expectHeader().valueEquals(HttpHeaders.CACHE_CONTROL, FOR_EVER).expectHeader()
                .contentTypeCompatibleWith("image/svg+xml").expectBody(String.class)
                .value(svg -> assertThat(svg).startsWith("<svg").contains("</svg>"));
    }

    @Test
    void whoDoesNotTakeSvgGetsTheSameDrawingAsAPng() {
        var id = UUID.randomUUID();

        var drawn = market.visit("/avatars/fallback/{id}.png", id).expectStatus().isOk()
                .expectHeader().valueEquals(HttpHeaders.CACHE_CONTROL, FOR_EVER).expectHeader()
                .contentType(MediaType.IMAGE_PNG).expectBody(byte[].class).returnResult().getResponseBody();

        var picture = Pictures.read(Objects.requireNonNull(drawn));
        var svg = Face.of(id).svg();
        assertThat(picture.getWidth()).isEqualTo(512);
        assertThat(colour(picture, 0, 0)).isEqualTo(first("stop-color='(#[0-9a-f]{6})'", svg));
        assertThat(colour(picture, 256, 306)).as("between eyes and mouth")
                .isEqualTo(first("rx='138' fill='(.+?)'", svg));
        assertThat(colour(picture, 256, 500)).as("clothes").isEqualTo(first("116z' fill='(.+?)'", svg));
    }

    private static String colour(BufferedImage picture, int x, int y) {
        return "#%06x".formatted(picture.getRGB(x, y) & 0xffffff);
    }

    private static String first(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().findFirst().orElseThrow().group(1);
    }
}
