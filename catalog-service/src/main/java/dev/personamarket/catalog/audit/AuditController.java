package dev.personamarket.catalog.audit;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import reactor.core.publisher.Mono;

/** The audit trail, for admins. That they are admins is checked before anything gets here. */
@RestController
@RequestMapping(path = "/api/admin/audit", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Administration")
class AuditController {

    private final Trail trail;

    AuditController(Trail trail) {
        this.trail = trail;
    }

    @GetMapping
    @Operation(summary = "Who changed what, and when", description = "The newest first. Times are from (inclusive) and to (exclusive).")
    Mono<AuditPage> page(@RequestParam(required = false) @Nullable UUID personality,
            @RequestParam(required = false) @Size(max = 64) @Nullable String category,
            @RequestParam(required = false) @Nullable UUID actor,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "24") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return trail.page(new AuditFilter(personality, category, actor, action == null ? null : Action.of(action), from,
                to), limit, cursor);
    }
}
