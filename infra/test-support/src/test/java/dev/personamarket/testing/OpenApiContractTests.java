package dev.personamarket.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OpenApiContractTests {

    private static final String FIRST = """
            {"openapi": "3.1.0", "servers": [{"url": "http://localhost:31337"}],
             "paths": {"/b": {"get": {"responses": {"200": {}}}}, "/a": {}}}
            """;
    private static final String SAME = """
            {"paths": {"/a": {}, "/b": {"get": {"responses": {"200": {}}}}},
             "servers": [{"url": "http://localhost:4711"}], "openapi": "3.1.0"}
            """;
    private static final String OTHER = """
            {"openapi": "3.1.0", "paths": {"/a": {}, "/b": {"get": {"responses": {"404": {}}}}}}
            """;

    private Path committed = Path.of("replaced");

    @BeforeEach
    void nothingIsCommittedYet(@TempDir Path folder) {
        committed = folder.resolve("http").resolve("some-service.openapi.json");
    }

    @Test
    void aDocumentThatWasNeverCommittedIsAskedFor() {
        assertThatThrownBy(() -> compareWith(FIRST)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("does not exist").hasMessageContaining("-Dcontracts.update=true");
    }

    @Test
    void anUpdateWritesItSortedWithoutServersAndWithALineEnd() throws IOException {
        update(FIRST);

        assertThat(Files.readString(committed)).doesNotContain("servers", "31337").endsWith("}\n")
                .containsSubsequence("\"openapi\"", "\"paths\"", "\"/a\"", "\"/b\"");
    }

    @Test
    void orderAndServersAreNoDrift() {
        update(FIRST);

        assertThatCode(() -> compareWith(SAME)).doesNotThrowAnyException();
    }

    @Test
    void anotherInterfaceIsDriftAndShownInShort() {
        update(FIRST);

        assertThatThrownBy(() -> compareWith(OTHER)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("- /paths/~1b/get/responses/200 {}")
                .hasMessageContaining("+ /paths/~1b/get/responses/404 {}")
                .hasMessageContaining("-Dcontracts.update=true")
                .hasMessageNotContaining("~1a");
    }

    @Test
    void comparingNeverWrites() throws IOException {
        update(FIRST);
        var before = Files.readString(committed);

        assertThatThrownBy(() -> compareWith(OTHER)).isInstanceOf(AssertionError.class);

        assertThat(Files.readString(committed)).isEqualTo(before);
    }

    private void update(String document) {
        new OpenApiContract(committed, "/v3/api-docs", true).verify(serviceWith(document));
    }

    private void compareWith(String document) {
        new OpenApiContract(committed, "/v3/api-docs", false).verify(serviceWith(document));
    }

    private static WebTestClient serviceWith(String document) {
        return WebTestClient.bindToRouterFunction(RouterFunctions.route().GET("/v3/api-docs",
                _ -> ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).bodyValue(document)).build()).build();
    }
}
