package dev.personamarket.simulators.discord.oauth;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.personamarket.simulators.discord.application.Application;
import dev.personamarket.simulators.discord.application.ApplicationObject;
import dev.personamarket.simulators.discord.people.UserObject;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /oauth2/@me}: what a bearer token allows, and whose it is. */
@RestController
class AuthorizationController {

    private final Application application;

    AuthorizationController(Application application) {
        this.application = application;
    }

    @GetMapping("/api/v10/oauth2/@me")
    CurrentAuthorization current(Caller.Bearer caller) {
        var grant = caller.grant();
        return new CurrentAuthorization(ApplicationObject.publicPart(application), grant.scopes(), caller.expiresAt(),
                grant.scopes().contains("identify") ? grant.person().toUser() : null);
    }

    record CurrentAuthorization(Map<String, @Nullable Object> application, Set<String> scopes, Instant expires,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UserObject user) {}
}
