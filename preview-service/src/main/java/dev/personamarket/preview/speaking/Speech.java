package dev.personamarket.preview.speaking;

import java.time.Duration;

import dev.personamarket.preview.model.Prompt;
import dev.personamarket.preview.model.Tokens;
import dev.personamarket.preview.model.Usage;

/**
 * What was said of an answer so far, and since when. The one who reads the model adds to it; others may ask at the same
 * time how far it came.
 */
public final class Speech {

    private final Prompt prompt;
    private final long begun = System.nanoTime();
    private final StringBuilder text = new StringBuilder();
    private long firstTokenMillis;
    private boolean ended;

    public Speech(Prompt prompt) {
        this.prompt = prompt;
    }

    public Prompt prompt() {
        return prompt;
    }

    public synchronized void heard(String token) {
        if (text.isEmpty()) {
            firstTokenMillis = millis();
        }
        text.append(token);
    }

    /** Nothing that was said so far has been said, but this. */
    public synchronized void replaced(String instead) {
        heard(instead);
        text.delete(0, text.length() - instead.length());
    }

    /** Ends the answer; true for the first who says so, whose ending is the one that counts. */
    public synchronized boolean end() {
        var first = !ended;
        ended = true;
        return first;
    }

    public synchronized String text() {
        return text.toString();
    }

    public boolean isSilent() {
        return text().isEmpty();
    }

    /** The usage of an answer that was cut short is nowhere reported. */
    public Usage estimate() {
        return new Usage(prompt.tokens(), Tokens.estimate(text()));
    }

    /** From the beginning to the first token; 0 while there is none. */
    public synchronized long firstTokenMillis() {
        return firstTokenMillis;
    }

    /** From the beginning to now. */
    public long millis() {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }
}
