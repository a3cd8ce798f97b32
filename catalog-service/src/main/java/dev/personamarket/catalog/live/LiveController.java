package dev.personamarket.catalog.live;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import io.netty.channel.Channel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** What changes in the marketplace, as it happens. */
@RestController
@Tag(name = "Marketplace")
class LiveController {

    private static final int MOST_PERSONALITIES = 100;

    private final Hub hub;

    LiveController(Hub hub) {
        this.hub = hub;
    }

    @GetMapping(path = "/api/marketplace/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(summary = "Changes as they happen", description = "Server-sent events with absolute values; one with a "
            + "lower version or revision than is known is old. Whoever comes back with Last-Event-ID hears what came "
            + "meanwhile. After `reset` some of it may be missing: read anew what is shown.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string", description = """
            `rating` {personalityId, rating: {average, count}, histogram, version} ·
            `deployment` {personalityId, deployCount, version} ·
            `personality` {personalityId, change: published|archived, slug, name, version, revision}, the names only
            when published · `reset` {}""")))
    Mono<Void> live(
            @Parameter(description = "Only changes of these") @RequestParam(defaultValue = "") @Size(max = MOST_PERSONALITIES) List<UUID> personality,
            @Parameter(description = "The last id that was read; EventSource sends it by itself") @RequestHeader(name = "Last-Event-ID", defaultValue = "") String lastEventId,
            @Parameter(hidden = true) ServerWebExchange exchange) {
        return hub.ready().then(Mono.defer(() -> stream(Set.copyOf(personality), lastEventId, exchange.getResponse())));
    }

    private Mono<Void> stream(Set<UUID> personalities, String lastEventId, ServerHttpResponse response) {
        var headers = response.getHeaders();
        headers.setContentType(MediaType.TEXT_EVENT_STREAM);
        headers.setCacheControl(CacheControl.noStore());
        headers.set("X-Accel-Buffering", "no");
        return response.writeAndFlushWith(
                hub.open(personalities, lastEventId, channel(response), response.bufferFactory()));
    }

    private static Channel channel(ServerHttpResponse response) {
        HttpServerResponse server = ServerHttpResponseDecorator.getNativeResponse(response);
        var channel = new AtomicReference<Channel>();
        server.withConnection(connection -> channel.set(connection.channel()));
        return channel.get();
    }
}
