package dev.personamarket.preview.conversation;

import java.net.URI;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

class VisitorsTests {

    private final Visitors visitors = visitorsOf("https://personas.example");

    @Test
    void theCookieIsSecureWhereTheMarketplaceIs() {
        var exchange = exchange();
        visitors.welcome(Optional.empty(), exchange);

        assertThat(requireNonNull(exchange.getResponse().getCookies().getFirst(Visitors.COOKIE)).isSecure()).isTrue();
    }

    @Test
    void everyVisitorIsSomebodyElse() {
        assertThat(visitors.welcome(Optional.empty(), exchange()))
                .isNotEqualTo(visitors.welcome(Optional.empty(), exchange()));
    }

    @Test
    void aVisitorWhoComesBackIsKnownAndGetsNoNewCookie() {
        var first = exchange();
        var owner = visitors.welcome(Optional.empty(), first);
        var secret = requireNonNull(first.getResponse().getCookies().getFirst(Visitors.COOKIE)).getValue();
        var second = exchange(new HttpCookie(Visitors.COOKIE, secret));

        assertThat(visitors.welcome(Optional.empty(), second)).isEqualTo(owner);
        assertThat(second.getResponse().getCookies()).isEmpty();
    }

    @Test
    void theSecretIsNotInTheKey() {
        var exchange = exchange();
        var owner = visitors.welcome(Optional.empty(), exchange);

        assertThat(owner.key()).doesNotContain(
                requireNonNull(exchange.getResponse().getCookies().getFirst(Visitors.COOKIE)).getValue());
    }

    private static Visitors visitorsOf(String publicUrl) {
        return new Visitors(new PreviewProperties(URI.create(publicUrl), 20, 50));
    }

    private static MockServerWebExchange exchange(HttpCookie... cookies) {
        return MockServerWebExchange.from(MockServerHttpRequest.post("/").cookie(cookies));
    }
}
