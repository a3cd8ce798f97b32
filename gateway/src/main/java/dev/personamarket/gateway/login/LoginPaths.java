package dev.personamarket.gateway.login;

/** Where sign-in happens; the callback is registered at Discord. */
final class LoginPaths {

    static final String START = "/api/auth/discord";
    static final String CALLBACK = "/api/auth/discord/callback";

    private LoginPaths() {}
}
