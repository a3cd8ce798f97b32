package dev.personamarket.gateway.site;

import java.net.URI;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The services' API documents, together on one page. It is the front page too, until there are pages. */
@RestController
class DocsController {

    private static final Resource PAGE = new ClassPathResource("docs.html");

    @GetMapping("/docs")
    ResponseEntity<Resource> docs() {
        return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body(PAGE);
    }

    @GetMapping("/")
    ResponseEntity<Void> home(ServerHttpRequest request) {
        var query = request.getURI().getRawQuery(); // "login=denied" stays readable
        return ResponseEntity.status(HttpStatus.FOUND).location(URI.create(query == null ? "/docs" : "/docs?" + query))
                .build();
    }
}
