package dev.personamarket.gateway.problems;

import java.time.Duration;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * What is no HTTP or no URI never reaches a filter: Netty answers it with a bare 4xx. Here that answer gets the body
 * that every other error has.
 */
@Component
class MalformedRequests implements NettyServerCustomizer {

    // a body may come slowly, but it must come; else the connection ends. Sooner than a service loses its caller's patience of
    // 10 s, which it would be blamed for
    private static final Duration BODY_PAUSE = Duration.ofSeconds(8);

    private final ProblemWriter problems;

    MalformedRequests(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.readTimeout(BODY_PAUSE).doOnChannelInit((_, channel, _) -> {
            if (channel.pipeline().get(NettyPipeline.HttpCodec) != null) {
                channel.pipeline().addAfter(NettyPipeline.HttpCodec, "malformed-requests", new BareAnswers());
            }
        });
    }

    private final class BareAnswers extends ChannelDuplexHandler {

        private boolean head;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
            if (message instanceof HttpRequest request) {
                head = HttpMethod.HEAD.equals(request.method());
            }
            super.channelRead(context, message);
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
            super.write(context, message instanceof FullHttpResponse answer && isBare(answer) ? told(answer) : message,
                    promise);
        }

        private boolean isBare(FullHttpResponse answer) {
            return !head && answer.status().code() / 100 == 4 && !answer.content().isReadable()
                    && !answer.headers().contains(HttpHeaderNames.CONTENT_TYPE);
        }
    }

    private FullHttpResponse told(FullHttpResponse bare) {
        var status = HttpStatus.resolve(bare.status().code());
        var body = problems.json(PlainProblems.of(status == null ? HttpStatus.BAD_REQUEST : status).getBody());
        var answer = new DefaultFullHttpResponse(bare.protocolVersion(), bare.status(), Unpooled.wrappedBuffer(body));
        answer.headers().set(bare.headers()).set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length);
        ReferenceCountUtil.release(bare);
        return answer;
    }
}
