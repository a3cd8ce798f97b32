package dev.personamarket.catalog.live;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

import dev.personamarket.defaults.listening.Heard;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Writes what was heard together as server-sent events, each with an id.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent events</a>
 */
final class Script {

    private final JsonMapper json;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Event> events = new ArrayList<>();
    private Position heard;

    /** @param heard all that was heard before */
    Script(Position heard, JsonMapper json) {
        this.heard = heard;
        this.json = json;
    }

    Script write(List<Heard<Change>> together) {
        together.forEach(this::write);
        return this;
    }

    private void write(Heard<Change> one) {
        heard = heard.after(one.partition(), one.offset());
        var change = one.content();
        if (change != null) {
            var begin = bytes.size();
            bytes.writeBytes("id: %s\n".formatted(heard).getBytes(UTF_8));
            var body = bytes.size();
            bytes.writeBytes("event: %s\ndata: ".formatted(change.event()).getBytes(UTF_8));
            bytes.writeBytes(json.writeValueAsBytes(change));
            bytes.writeBytes("\n\n".getBytes(UTF_8));
            events.add(new Event(change.personalityId(), one.partition(), one.offset(), heard, begin, body,
                    bytes.size()));
        }
    }

    Position heard() {
        return heard;
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    Tick tick(long number, long now) {
        return new Tick(number, now, events, bytes.toByteArray(), heard);
    }
}
