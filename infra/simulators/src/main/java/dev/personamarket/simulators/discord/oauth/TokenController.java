package dev.personamarket.simulators.discord.oauth;

import dev.personamarket.simulators.discord.guilds.Guilds;
import dev.personamarket.simulators.discord.people.People;
import dev.personamarket.simulators.discord.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Codes, refresh tokens and client credentials against tokens; forms only, as Discord demands. */
@RestController
@RequestMapping({"/api/v10/oauth2/token", "/api/oauth2/token"})
class TokenController {

    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED_VALUE;

    private final Grants grants;
    private final Guilds guilds;
    private final Person owner;

    TokenController(Grants grants, Guilds guilds, People people) {
        this.grants = grants;
        this.guilds = guilds;
        this.owner = people.onStage().getFirst();
    }

    @PostMapping(consumes = FORM)
    ResponseEntity<TokenResponse> token(Form form,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        ClientAuthentication.require(authorization, form);
        var response = switch (form.get("grant_type")) {
            case "authorization_code" -> redeem(form);
            case "refresh_token" -> refresh(form);
            case "client_credentials" -> clientCredentials(form);
            default -> throw new OAuthException(HttpStatus.BAD_REQUEST, "unsupported_grant_type",
                    "Unsupported grant type");
        };
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(response);
    }

    @PostMapping(path = "/revoke", consumes = FORM)
    ResponseEntity<Void> revoke(Form form,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        ClientAuthentication.require(authorization, form);
        grants.revoke(form.get("token"));
        return ResponseEntity.ok().build();
    }

    @PostMapping(path = {"", "/revoke"})
    void anythingButAForm() {
        throw OAuthException.invalidRequest("The content type must be " + FORM + ".");
    }

    @ExceptionHandler
    ResponseEntity<OAuthException.Body> refused(OAuthException error) {
        return ResponseEntity.status(error.status()).body(error.body());
    }

    private TokenResponse redeem(Form form) {
        var code = grants.takeCode(form.get("code")).orElseThrow(() -> OAuthException.invalidGrant("code"));
        if (code.redirectUri() != null && !code.redirectUri().equals(form.find("redirect_uri"))) {
            throw OAuthException.invalidGrant("redirect_uri");
        }
        if (code.challenge() != null) {
            CodeVerifier.check(code.challenge(), form.find("code_verifier"));
        }
        return pair(code.grant());
    }

    private TokenResponse refresh(Form form) {
        return pair(grants.takeRefreshToken(form.get("refresh_token"))
                .orElseThrow(() -> OAuthException.invalidGrant("refresh_token")));
    }

    /** A token for the application's owner, without a refresh token. */
    private TokenResponse clientCredentials(Form form) {
        var scopes = Scopes.parse(form.find("scope")).filter(asked -> !asked.contains(Scopes.BOT))
                .orElseThrow(() -> new OAuthException(HttpStatus.BAD_REQUEST, "invalid_scope",
                        "The requested scope is invalid, unknown, or malformed."));
        var grant = new Grant(owner, scopes, null);
        return TokenResponse.withoutRefresh(grant, grants.issueAccessToken(grant));
    }

    private TokenResponse pair(Grant grant) {
        var guild = grant.guildId() == null ? null : guilds.find(grant.guildId()).orElse(null);
        return TokenResponse.of(grant, grants.issueTokens(grant), guild);
    }
}
