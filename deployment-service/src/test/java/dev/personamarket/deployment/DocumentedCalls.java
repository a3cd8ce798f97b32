package dev.personamarket.deployment;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.personamarket.simulators.calls.Call;
import dev.personamarket.testing.OpenApi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Holds what is asked of Discord against Discord's own OpenAPI document, each call once. */
final class DocumentedCalls {

    private static final String API = "/api/v10";
    /** Not in the document, and not asked by this service but by its tests. */
    private static final String TOKENS = API + "/oauth2/token";

    private Instant seen = Instant.EPOCH;

    /** Does nothing when the document is not at hand. */
    void check(List<Call> calls) {
        var before = seen;
        seen = calls.isEmpty() ? seen : calls.getLast().at();
        OpenApi.find("discord-openapi-subset.json").ifPresent(document -> calls.stream()
                .filter(call -> call.at().isAfter(before)).filter(call -> call.path().startsWith(API + "/"))
                .filter(call -> !call.path().startsWith(TOKENS)).forEach(call -> check(document, call)));
    }

    private static void check(OpenApi document, Call call) {
        document.assertSent(call.method(), call.path().substring(API.length()), query(call), body(call));
    }

    private static Set<String> query(Call call) {
        return call.query() == null
                ? Set.of()
                : Stream.of(call.query().split("&")).map(pair -> pair.split("=")[0]).collect(Collectors.toSet());
    }

    private static JsonNode body(Call call) {
        return call.body().isEmpty() ? MissingNode.getInstance() : JsonMapper.shared().readTree(call.body());
    }
}
