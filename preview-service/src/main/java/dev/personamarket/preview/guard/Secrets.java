package dev.personamarket.preview.guard;

import java.util.stream.Stream;

import dev.personamarket.preview.model.ChatMessage;
import dev.personamarket.preview.persona.Persona;
import dev.personamarket.preview.persona.PromptCompiler;

/**
 * What a personality must not say: its confidential texts in all their variants, less what is public anyway.
 *
 * @param signs   stretches of letters and digits
 * @param letters stretches of letters, as if there were no digits
 */
record Secrets(Fingerprints signs, Fingerprints letters) {

    /** Letters and digits of a stretch: about 17 characters of an English text. */
    private static final int STRETCH = 14;

    static Secrets of(Persona persona) {
        return new Secrets(
                Fingerprints.of(STRETCH, PromptCompiler.confidential(persona).flatMap(Variants::of))
                        .without(Fingerprints.of(STRETCH, known(persona))),
                Fingerprints.of(STRETCH, PromptCompiler.confidential(persona).flatMap(Variants::lettersOf))
                        .without(Fingerprints.of(STRETCH, known(persona).map(Variants::letters))));
    }

    Stream<Track> tracks() {
        return Stream.of(new Track(Detector.OVERLAP, signs, _ -> true),
                new Track(Detector.OVERLAP, letters, Character::isLetter));
    }

    int size() {
        return signs.size() + letters.size();
    }

    /** On the page of every personality. */
    private static Stream<int[]> known(Persona persona) {
        return Stream.concat(Stream.of(persona.name(), persona.greeting()),
                persona.examples().stream().flatMap(example -> example.stream().map(ChatMessage::content)))
                .map(Folding::of);
    }
}
