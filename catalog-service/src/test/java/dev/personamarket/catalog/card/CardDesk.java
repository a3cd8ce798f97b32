package dev.personamarket.catalog.card;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import dev.personamarket.catalog.Market;
import tools.jackson.databind.JsonNode;

/** The steps of an admin who imports and exports cards. */
public record CardDesk(WebTestClient client, Market market) {

    public CardDesk(WebTestClient client, Market market) {
        this.client = client.mutate().codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 * 1024 * 1024))
                .build();
        this.market = market;
    }

    ResponseSpec bring(String query, Map<String, byte[]> files) {
        var form = new MultipartBodyBuilder();
        files.forEach((name, bytes) -> form.part("file", new ByteArrayResource(bytes)).filename(name));
        return client.post().uri("/api/admin/personalities/import" + query)
                .header(HttpHeaders.AUTHORIZATION, market.admin().authorization()).bodyValue(form.build()).exchange();
    }

    ResponseSpec bring(String name, byte[] bytes) {
        return bring("", Map.of(name, bytes));
    }

    /** The report of one file that becomes a personality. */
    JsonNode take(String name, byte[] bytes) {
        return Market.body(bring(name, bytes).expectStatus().isOk()).path(0);
    }

    JsonNode takeAll(Map<String, byte[]> files) {
        return Market.body(bring("", new LinkedHashMap<>(files)).expectStatus().isOk());
    }

    ResponseSpec export(String id, String format) {
        return client.get().uri("/api/admin/personalities/" + id + "/export?format=" + format)
                .header(HttpHeaders.AUTHORIZATION, market.admin().authorization()).exchange();
    }

    byte[] give(String id, String format) {
        return Objects.requireNonNull(export(id, format).expectStatus().isOk().expectBody(byte[].class).returnResult()
                .getResponseBody());
    }
}
