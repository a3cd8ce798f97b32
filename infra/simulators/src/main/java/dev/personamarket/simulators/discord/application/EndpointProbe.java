package dev.personamarket.simulators.discord.application;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Checks an endpoint before it is accepted: it must answer a PING, and refuse a forged one. */
@Component
public class EndpointProbe {

    private static final byte[] PING = """
            {"id":"1","application_id":"%s","type":1,"token":"ping","version":1}""".formatted(Application.ID)
            .getBytes(StandardCharsets.UTF_8);
    private static final int PONG = 1;
    private static final byte[] EVENTS_PING = """
            {"version":1,"application_id":"%s","type":0}""".formatted(Application.ID)
            .getBytes(StandardCharsets.UTF_8);

    private final SignedDelivery delivery;
    private final JsonMapper json;

    public EndpointProbe(SignedDelivery delivery, JsonMapper json) {
        this.delivery = delivery;
        this.json = json;
    }

    public Mono<Boolean> accepts(URI endpoint) {
        return delivery.sendForged(endpoint, PING).map(answer -> answer.status().value() == 401)
                .filter(refused -> refused).flatMap(_ -> delivery.send(endpoint, PING)).map(this::isPong)
                .defaultIfEmpty(false).onErrorReturn(false);
    }

    /** The same for an endpoint of events: to another PING it says nothing, with 204. */
    public Mono<Boolean> acceptsEvents(URI endpoint) {
        return delivery.sendForged(endpoint, EVENTS_PING).map(answer -> answer.status().value() == 401)
                .filter(refused -> refused).flatMap(_ -> delivery.send(endpoint, EVENTS_PING))
                .map(answer -> answer.status() == HttpStatus.NO_CONTENT).defaultIfEmpty(false).onErrorReturn(false);
    }

    private boolean isPong(SignedDelivery.Answer answer) {
        try {
            return answer.status() == HttpStatus.OK && answer.json()
                    && json.readTree(answer.body()).path("type").asInt(0) == PONG;
        } catch (JacksonException noJson) {
            return false;
        }
    }
}
