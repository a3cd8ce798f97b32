package dev.personamarket.gateway.login;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.util.MultiValueMap;

/**
 * What Discord sends a browser back with. Anything in it that could be read in two ways is no answer.
 *
 * @param state of the attempt that it claims to answer
 */
record LoginAnswer(String state) {

    private static final String ISSUER = "iss";
    private static final Pattern STATE = Pattern.compile("[\\w\\-.~=]{1,200}");
    private static final Pattern CODE = Pattern.compile("[\\x21-\\x7e]{1,500}");
    private static final Pattern ERROR = Pattern.compile("\\w{1,50}"); // it gets into the log

    /**
     * Has a state, and either a code or an error, each once.
     *
     * @param issuer that was asked; who answers is it, if they say who they are (RFC 9207)
     */
    static Optional<LoginAnswer> in(MultiValueMap<String, String> query, String issuer) {
        var decision = query.containsKey(OAuth2ParameterNames.ERROR)
                ? only(query, OAuth2ParameterNames.ERROR, ERROR)
                        .filter(_ -> !query.containsKey(OAuth2ParameterNames.CODE))
                : only(query, OAuth2ParameterNames.CODE, CODE);
        return decision.flatMap(_ -> only(query, OAuth2ParameterNames.STATE, STATE))
                .filter(_ -> !query.containsKey(ISSUER) || List.of(issuer).equals(query.get(ISSUER)))
                .map(LoginAnswer::new);
    }

    private static Optional<String> only(MultiValueMap<String, String> query, String name, Pattern pattern) {
        return Optional.ofNullable(query.get(name)).filter(values -> values.size() == 1).map(List::getFirst)
                .filter(value -> pattern.matcher(value).matches());
    }
}
