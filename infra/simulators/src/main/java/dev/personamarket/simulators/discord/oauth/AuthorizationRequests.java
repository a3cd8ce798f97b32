package dev.personamarket.simulators.discord.oauth;

import java.net.URI;
import java.util.Set;

import dev.personamarket.simulators.discord.DiscordSettings;
import dev.personamarket.simulators.discord.application.Application;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Reads and checks the parameters of {@code /oauth2/authorize}, in the order in which trust grows. */
@Component
class AuthorizationRequests {

    private static final Set<String> LOCAL_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

    private final DiscordSettings settings;

    AuthorizationRequests(DiscordSettings settings) {
        this.settings = settings;
    }

    /** @throws Refusal with the way to tell it */
    AuthorizationRequest read(MultiValueMap<String, String> parameters) {
        if (!Application.ID.equals(parameters.getFirst("client_id"))) {
            throw Refusal.page(HttpStatus.BAD_REQUEST, "Unknown application: client_id must be " + Application.ID);
        }
        String redirectUri = parameters.getFirst("redirect_uri");
        if (redirectUri != null && !isRegistered(redirectUri)) {
            throw Refusal.page(HttpStatus.BAD_REQUEST, "Invalid OAuth2 redirect_uri: " + redirectUri);
        }
        var scopes = Scopes.parse(parameters.getFirst("scope")).orElseThrow(() -> tell(parameters, "invalid_scope",
                "The requested scope is invalid, unknown, or malformed."));
        boolean wantsCode = parameters.getFirst("response_type") != null;
        requireCodeFlow(parameters, wantsCode, scopes);
        return new AuthorizationRequest(redirectUri, wantsCode, scopes, parameters.getFirst("state"),
                "none".equals(parameters.getFirst("prompt")), challenge(parameters), permissions(parameters),
                parameters.getFirst("guild_id"), "true".equals(parameters.getFirst("disable_guild_select")));
    }

    private boolean isRegistered(String redirectUri) {
        try {
            var uri = URI.create(redirectUri);
            return settings.redirectUris().contains(uri)
                    || Set.of("http", "https").contains(uri.getScheme()) && LOCAL_HOSTS.contains(uri.getHost());
        } catch (RuntimeException malformedOrIncomplete) {
            return false;
        }
    }

    private static void requireCodeFlow(MultiValueMap<String, String> parameters, boolean wantsCode,
            Set<String> scopes) {
        boolean onlyBot = Set.of(Scopes.BOT, "applications.commands").containsAll(scopes);
        if (!wantsCode && !onlyBot) {
            throw tell(parameters, "invalid_request", "Missing \"response_type\" in request.");
        }
        if (wantsCode && !"code".equals(parameters.getFirst("response_type"))) {
            throw tell(parameters, "unsupported_response_type", "Only the response type \"code\" is supported here.");
        }
        if (wantsCode && parameters.getFirst("redirect_uri") == null) {
            throw Refusal.page(HttpStatus.BAD_REQUEST, "Missing \"redirect_uri\" in request.");
        }
    }

    /** Only S256 is known to Discord. */
    private static @Nullable String challenge(MultiValueMap<String, String> parameters) {
        String challenge = parameters.getFirst("code_challenge");
        if (challenge != null && !"S256".equals(parameters.getFirst("code_challenge_method"))) {
            throw tell(parameters, "invalid_request", "Unsupported \"code_challenge_method\" in request.");
        }
        if (challenge != null && !challenge.matches("[\\w-]{43}")) {
            throw tell(parameters, "invalid_request", "Invalid \"code_challenge\" in request.");
        }
        return challenge;
    }

    private static long permissions(MultiValueMap<String, String> parameters) {
        try {
            String permissions = parameters.getFirst("permissions");
            return permissions == null || permissions.isEmpty() ? 0 : Long.parseUnsignedLong(permissions);
        } catch (NumberFormatException noNumber) {
            throw tell(parameters, "invalid_request", "Invalid \"permissions\" in request.");
        }
    }

    private static Refusal tell(MultiValueMap<String, String> parameters, String error, String description) {
        String redirectUri = parameters.getFirst("redirect_uri");
        return redirectUri == null
                ? Refusal.page(HttpStatus.BAD_REQUEST, description)
                : Refusal.redirect(redirectUri, parameters.getFirst("state"), error, description);
    }
}
