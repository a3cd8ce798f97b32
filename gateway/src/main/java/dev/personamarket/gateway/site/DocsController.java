package dev.personamarket.gateway.site;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The services' API documents, together on one page. */
@RestController
class DocsController {

    private static final Resource PAGE = new ClassPathResource("docs.html");

    @GetMapping("/docs")
    ResponseEntity<Resource> docs() {
        return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body(PAGE);
    }
}
