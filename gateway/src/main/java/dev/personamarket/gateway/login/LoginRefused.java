package dev.personamarket.gateway.login;

import org.springframework.security.core.AuthenticationException;

/** An answer that no sign-in comes of; Discord is not asked about it. */
final class LoginRefused extends AuthenticationException {

    private final LoginOutcome outcome;

    LoginRefused(LoginOutcome outcome) {
        super("This sign-in is " + outcome);
        this.outcome = outcome;
    }

    LoginOutcome outcome() {
        return outcome;
    }
}
