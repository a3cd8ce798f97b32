package dev.personamarket.defaults.identity;

import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;

/**
 * What a service demands of the callers of its routes, decided before anything of the request is read. Routes that no
 * rule names are open; {@code /api/admin/**} always needs an admin.
 */
@FunctionalInterface
public interface AccessRules {

    void apply(AuthorizeExchangeSpec routes);
}
