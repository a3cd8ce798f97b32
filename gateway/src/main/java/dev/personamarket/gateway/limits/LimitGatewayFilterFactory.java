package dev.personamarket.gateway.limits;

import java.util.List;
import java.util.Set;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.OrderedGatewayFilter;
import org.springframework.cloud.gateway.filter.factory.AbstractGatewayFilterFactory;
import org.springframework.cloud.gateway.filter.factory.AbstractNameValueGatewayFilterFactory.NameValueConfig;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

/** {@code Limit=browse, write} on a route: the policy for reading, and the one for changing something. */
@Component
class LimitGatewayFilterFactory extends AbstractGatewayFilterFactory<NameValueConfig> {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    // X-Forwarded-For among them, which tells the caller's address
    private static final int BEFORE_HEADERS_ARE_DROPPED = -200;

    private final Limits limits;
    private final Callers callers;

    LimitGatewayFilterFactory(Limits limits, Callers callers) {
        super(NameValueConfig.class);
        this.limits = limits;
        this.callers = callers;
    }

    @Override
    public List<String> shortcutFieldOrder() {
        return List.of("name", "value");
    }

    @Override
    public GatewayFilter apply(NameValueConfig config) {
        var reading = limits.policy(config.getName());
        var changing = limits.policy(config.getValue());
        return new OrderedGatewayFilter((exchange, chain) -> {
            var policy = READING.contains(exchange.getRequest().getMethod()) ? reading : changing;
            return callers.of(exchange).flatMap(caller -> limits.pass(exchange, policy, caller))
                    .then(Mono.defer(() -> chain.filter(exchange)));
        }, BEFORE_HEADERS_ARE_DROPPED);
    }
}
