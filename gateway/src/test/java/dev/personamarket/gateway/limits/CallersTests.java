package dev.personamarket.gateway.limits;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import dev.personamarket.gateway.session.Sessions;

import static org.assertj.core.api.Assertions.assertThat;

class CallersTests {

    @Test
    void withoutTrustedProxiesTheConnectionCountsWhateverIsForwarded() {
        assertThat(address(List.of(), "203.0.113.7", "198.51.100.1")).isEqualTo("address:203.0.113.7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"10.0.0.1 | 198.51.100.1 | 198.51.100.1",
            "10.0.0.1 | 1.1.1.1, 198.51.100.1 | 198.51.100.1", // the first one is the caller's own invention
            "10.0.0.1 | 198.51.100.1, 10.0.0.2 | 198.51.100.1", "10.0.0.1 | 10.0.0.3, 10.0.0.2 | 10.0.0.3",
            "203.0.113.7 | 198.51.100.1 | 203.0.113.7", // no proxy of ours
            "10.0.0.1 | not-an-address | 10.0.0.1", "10.0.0.1 | localhost | 10.0.0.1"})
    void behindOurProxiesTheFirstStrangerFromTheEndCounts(String remote, String forwarded, String counted) {
        assertThat(address(List.of("10.0.0.0/8"), remote, forwarded)).isEqualTo("address:" + counted);
    }

    @Test
    void neighboursInOneNetworkOfIpv6AreOneCaller() {
        var one = address(List.of(), "2001:db8:1:2:aaaa::1", "");
        var other = address(List.of(), "2001:db8:1:2:bbbb::2", "");

        assertThat(one).isEqualTo(other).isNotEqualTo(address(List.of(), "2001:db8:1:3::1", ""));
    }

    private static String address(List<String> trusted, String remote, String forwarded) {
        var request = MockServerHttpRequest.get("/").remoteAddress(new InetSocketAddress(remote, 4711))
                .header("X-Forwarded-For", forwarded);
        var settings = new LimitsSettings(1, trusted, Map.of());
        return new Callers(Mockito.mock(Sessions.class), settings).address(MockServerWebExchange.from(request));
    }
}
