package dev.personamarket.simulators.discord.oauth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import dev.personamarket.simulators.discord.application.Application;
import org.jspecify.annotations.Nullable;

/** The client proves itself by HTTP Basic or by two fields of the form. */
final class ClientAuthentication {

    private static final String BASIC = "Basic ";

    private ClientAuthentication() {}

    /** @throws OAuthException {@code invalid_client} */
    static void require(@Nullable String authorization, Form form) {
        boolean known = authorization != null && authorization.startsWith(BASIC)
                ? decode(authorization.substring(BASIC.length()))
                        .equals(Application.ID + ":" + Application.CLIENT_SECRET)
                : Application.ID.equals(form.find("client_id"))
                        && Application.CLIENT_SECRET.equals(form.find("client_secret"));
        if (!known) {
            throw OAuthException.invalidClient();
        }
    }

    private static String decode(String credentials) {
        try {
            return new String(Base64.getDecoder().decode(credentials.trim()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noBase64) {
            throw OAuthException.invalidClient();
        }
    }
}
