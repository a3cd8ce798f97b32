package dev.personamarket.gateway.login;

import java.net.URI;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReturnToTests {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/marketplace", "/personalities/captain-nemo", "/?search=sea&sort=rating#top",
            "/search?q=a%20b%2Fc&next=https%3A%2F%2Fexample.org", "/a.b/~c/d-e_f", "/personalities/x?tag=a+b",
            "/?q=%C3%A9t%C3%A9", "/?path=a//b"})
    void aPageOfOursIsKept(String page) {
        assertThat(ReturnTo.safe(page)).isEqualTo(page);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "evil.org", "//evil.org", "///evil.org", "////evil.org/..", "/\\evil.org",
            "\\evil.org", "\\\\evil.org", "/\\/evil.org", "//\\evil.org", "\\/evil.org", "https://evil.org",
            "HTTPS://evil.org", "https:evil.org", "https:/evil.org", "javascript:alert(1)", "JaVaScRiPt:alert(1)",
            "data:text/html,x", "vbscript:x", "file:///etc/passwd", "//evil.org@localhost", "//localhost@evil.org",
            "/@evil.org", "@evil.org", ":80", "?next=//evil.org", "#//evil.org", "/%2fevil.org", "/%2Fevil.org",
            "%2f%2fevil.org", "/%5cevil.org", "/%5Cevil.org", "/%252fevil.org", "/%25252fevil.org",
            "/%2525252525252fevil.org", "/%255cevil.org", "/a//evil.org", "/a%2f%2fevil.org", "/.//evil.org",
            "/..//evil.org", "/./\\evil.org", "/../evil.org", "/a/../../evil.org", "/%2e%2e/evil.org", "/..%2fevil.org",
            "/%2e%2e%2fevil.org", "/\tevil.org", "/\t/evil.org", "/\n/evil.org", "/\r\nSet-Cookie:x=y", "\t//evil.org",
            " //evil.org", "/ /evil.org", "/%09/evil.org", "/%0a/evil.org", "/%0d%0aSet-Cookie:x=y",
            "/?a=%0d%0aLocation:evil", "/?a=%250d%250aLocation:evil", "/#%0d%0a", "/%00//evil.org", "/\u0000evil",
            "/\u2028/evil.org", "/\u3002evil.org", "//\u3002evil", "/%e3%80%82evil.org", "/%E2%80%AE",
            "/\uff0fevil.org",
            "/%ef%bc%8fevil.org", "/%", "/%2", "/%zz", "/<script>", "/\"onload=", "/api/auth/discord",
            "/api/auth/logout", "/%61pi/auth/discord", "/a|b", "/{a}", "/^", "/`", "/#a#b", "/?a=%zz", "/#%"})
    void whateverCouldLeadElsewhereLeadsHome(String wish) {
        assertThat(ReturnTo.safe(wish)).isEqualTo("/");
    }

    @Test
    void somethingEndlessLeadsHome() {
        assertThat(ReturnTo.safe("/" + "a".repeat(1_000))).isEqualTo("/");
    }

    @Test
    void noMixtureOfTroublesomePiecesEverNamesAnotherHost() {
        var pieces = new String[]{"/", "\\", "%2f", "%5c", "%25", "2f", "evil.org", ":", "@", ".", "..", "\t", "%09",
                "?",
                "#", "a", "https:", "%0d%0a", "//"};
        var random = new Random(42);
        for (var i = 0; i < 50_000; i++) {
            var wish = new StringBuilder("/");
            for (var length = random.nextInt(7); length > 0; length--) {
                wish.append(pieces[random.nextInt(pieces.length)]);
            }

            var kept = ReturnTo.safe(wish.toString());

            // what a browser makes of it: backslashes are slashes, tabs are nothing
            var seen = kept.replace('\\', '/').replaceAll("[\\t\\r\\n]", "");
            assertThat(seen).as("from %s", wish).startsWith("/").doesNotStartWith("//");
            assertThat(URI.create("https://marketplace.example/").resolve(kept).getHost())
                    .isEqualTo("marketplace.example");
        }
    }
}
