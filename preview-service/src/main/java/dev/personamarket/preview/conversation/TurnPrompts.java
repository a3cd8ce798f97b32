package dev.personamarket.preview.conversation;

import java.util.stream.Stream;

import dev.personamarket.preview.model.ChatMessage;
import dev.personamarket.preview.model.Prompt;
import dev.personamarket.preview.persona.PromptCompiler;

/** What the model is asked: to answer, or to continue an answer of its own. */
final class TurnPrompts {

    /** Said last, since a model takes a conversation that ends with its own words for complete. */
    static final ChatMessage GO_ON = ChatMessage.system("""
            Your last message broke off before its end. Continue it exactly where it stops, in the middle of a word \
            if need be: repeat nothing of it, do not begin anew, add no remark about it.""");

    private final PromptCompiler answering;
    private final PromptCompiler continuing;

    TurnPrompts(PromptCompiler compiler) {
        this.answering = compiler;
        this.continuing = compiler.withRoomFor(GO_ON);
    }

    Prompt of(Turn turn, String canary) {
        if (turn.beginning().isEmpty()) {
            return answering.compile(turn.persona(), canary, turn.said());
        }
        var prompt = continuing.compile(turn.persona(), canary, turn.said());
        return new Prompt(Stream.concat(prompt.messages().stream(), Stream.of(GO_ON)).toList(), prompt.hash(),
                prompt.generation());
    }
}
