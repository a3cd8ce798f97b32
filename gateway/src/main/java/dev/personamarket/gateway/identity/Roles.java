package dev.personamarket.gateway.identity;

import java.util.List;

import org.springframework.stereotype.Component;

import dev.personamarket.gateway.session.SignedIn;

/** What somebody may be: a {@code user}, and an {@code admin} when configuration says so now. */
@Component
public class Roles {

    private static final List<String> USER = List.of("user");
    private static final List<String> ADMIN = List.of("user", "admin");

    private final IdentitySettings settings;

    Roles(IdentitySettings settings) {
        this.settings = settings;
    }

    public List<String> of(SignedIn person) {
        return settings.adminDiscordIds().contains(person.discord().id()) ? ADMIN : USER;
    }
}
