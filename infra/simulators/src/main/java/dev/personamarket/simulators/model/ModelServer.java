package dev.personamarket.simulators.model;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.HandlerStrategies;
import org.springframework.web.reactive.function.server.RouterFunctions;
import dev.personamarket.simulators.calls.CallsFilter;
import dev.personamarket.simulators.faults.FaultFilter;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.json.JsonMapper;

/** The model's own port, beside the main server that is Discord. */
@Component
public class ModelServer implements SmartLifecycle {

    private final int wantedPort;
    private final ReactorResourceFactory resources;
    private final HttpHandler handler;
    private volatile @Nullable DisposableServer server;

    ModelServer(ModelSettings settings, ModelRoutes routes, CallsFilter calls, FaultFilter faults, JsonMapper json,
            ReactorResourceFactory resources) {
        this.wantedPort = settings.port();
        this.resources = resources;
        this.handler = RouterFunctions.toHttpHandler(routes.routes(), HandlerStrategies.empty().codecs(codecs -> {
            codecs.registerDefaults(true);
            codecs.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(json));
            codecs.defaultCodecs().jacksonJsonEncoder(new JacksonJsonEncoder(json));
        }).webFilter(calls).webFilter(faults).exceptionHandler(new ModelErrors(json)).build());
    }

    /** The port that it listens on. */
    public int port() {
        var running = server;
        if (running == null) {
            throw new IllegalStateException("not running");
        }
        return running.port();
    }

    @Override
    public void start() {
        var bound = HttpServer.create().runOn(resources.getLoopResources()).port(wantedPort)
                .handle(new ReactorHttpHandlerAdapter(handler)).bindNow();
        server = bound;
        LoggerFactory.getLogger(getClass()).info("The model listens on port {}", bound.port());
    }

    @Override
    public void stop() {
        var running = server;
        if (running != null) {
            running.disposeNow(Duration.ofSeconds(1));
            server = null;
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }
}
