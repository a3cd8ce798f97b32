package dev.personamarket.gateway.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import dev.personamarket.gateway.session.Sessions;
import reactor.core.publisher.Mono;

/** Whom a request counts for: the person who is signed in, else the address that it comes from. */
@Component
class Callers {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final int NETWORK_BYTES = 8;

    private final Sessions sessions;
    private final List<InetAddressMatcher> trusted;

    Callers(Sessions sessions, LimitsSettings settings) {
        this.sessions = sessions;
        this.trusted = settings.trustedProxies().stream().map(InetAddressMatchers::fromIpAddress).toList();
    }

    Mono<String> of(ServerWebExchange exchange) {
        return sessions.current(exchange).map(person -> "user:" + person.id())
                .switchIfEmpty(Mono.fromSupplier(() -> address(exchange)));
    }

    String address(ServerWebExchange exchange) {
        var remote = exchange.getRequest().getRemoteAddress();
        var address = remote == null ? null : remote.getAddress();
        return address == null ? "address:unknown" : "address:" + network(farthestTrusted(exchange, address));
    }

    /** Goes back through our own proxies to the first address that is none of theirs. What stands before it anybody may have written. */
    private InetAddress farthestTrusted(ServerWebExchange exchange, InetAddress direct) {
        var hops = exchange.getRequest().getHeaders().getOrEmpty(FORWARDED_FOR).stream()
                .flatMap(value -> Arrays.stream(value.split(","))).toList().reversed();
        var address = direct;
        for (var hop : hops) {
            var before = literal(hop.strip());
            if (before.isEmpty() || !isTrusted(address)) {
                break;
            }
            address = before.get();
        }
        return address;
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.matches(address));
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text)); // and never a name to look up
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** One household has 2^64 addresses of IPv6, so there the network counts. */
    private static String network(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        var network = Arrays.copyOf(Arrays.copyOf(address.getAddress(), NETWORK_BYTES), address.getAddress().length);
        try {
            return InetAddress.getByAddress(network).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
