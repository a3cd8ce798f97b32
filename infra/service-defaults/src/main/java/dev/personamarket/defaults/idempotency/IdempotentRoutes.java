package dev.personamarket.defaults.idempotency;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The routes on which a service honours {@code Idempotency-Key}; a service has one bean of this type, or none. A request
 * with a key is read as a whole before it is handled, and its answer is held back until it is noted: such routes take no
 * forms or uploads, and answer with no streams.
 */
public final class IdempotentRoutes {

    private static final Set<HttpMethod> CHANGING = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH,
            HttpMethod.DELETE);

    private final List<PathPattern> paths;

    private IdempotentRoutes(List<PathPattern> paths) {
        this.paths = paths;
    }

    /**
     * Every POST, PUT, PATCH and DELETE on paths that match one of these.
     *
     * @param patterns such as {@code /api/words/**}, see {@link PathPattern}
     */
    public static IdempotentRoutes changing(String... patterns) {
        return new IdempotentRoutes(Stream.of(patterns).map(PathPatternParser.defaultInstance::parse).toList());
    }

    boolean include(HttpMethod method, PathContainer path) {
        return CHANGING.contains(method) && paths.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
