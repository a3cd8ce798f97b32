package dev.personamarket.gateway.site;

import java.util.Optional;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

import reactor.core.publisher.Mono;

/**
 * The addresses of pages. All of them are one document, which draws itself in the browser; a personality's says in its
 * head whose it is, for whoever shows a link to it.
 */
@Configuration(proxyBeanMethods = false)
class PageRoutes {

    private static final RequestPredicate READING = RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD);

    private final PageTemplate template;
    private final Personalities personalities;

    PageRoutes(PageTemplate template, Personalities personalities) {
        this.template = template;
        this.personalities = personalities;
    }

    @Bean
    RouterFunction<ServerResponse> pages() {
        return RouterFunctions
                .route(READING.and(RequestPredicates.path("/personalities/{slug}")
                        .or(RequestPredicates.path("/personalities/{slug}/deploy"))), this::personality)
                .andRoute(READING.and(PageRoutes::isPage), _ -> page(HttpStatus.OK, template.plain()))
                .andRoute(READING.and(PageRoutes::isLost), _ -> page(HttpStatus.NOT_FOUND, template.plain()));
    }

    private Mono<ServerResponse> personality(ServerRequest request) {
        return personalities.find(request.pathVariable("slug"))
                .flatMap(found -> page(HttpStatus.OK, template.of(found)))
                .switchIfEmpty(Mono.defer(() -> page(HttpStatus.NOT_FOUND, template.plain())))
                .onErrorResume(PersonalitiesAway.class, _ -> page(HttpStatus.OK, template.plain()));
    }

    private static Mono<ServerResponse> page(HttpStatus status, String html) {
        return ServerResponse.status(status).contentType(MediaType.TEXT_HTML).cacheControl(CacheControl.noCache())
                .bodyValue(html);
    }

    private static boolean isPage(ServerRequest request) {
        var first = firstSegment(request.path());
        return first.isEmpty() || first.equals("deployments") || first.equals("admin");
    }

    /** Somebody's browser at an address that nothing answers: the page says so more kindly than a problem could. */
    private static boolean isLost(ServerRequest request) {
        var lastSegment = request.path().substring(request.path().lastIndexOf('/') + 1);
        return switch (firstSegment(request.path())) {
            case "api", "docs", "assets", ".well-known", "actuator" -> false;
            default -> !lastSegment.contains(".") && request.headers().accept().contains(MediaType.TEXT_HTML);
        };
    }

    private static String firstSegment(String path) {
        return Optional.of(path.split("/", 3)).filter(parts -> parts.length > 1).map(parts -> parts[1]).orElse("");
    }
}
