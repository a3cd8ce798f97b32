package dev.personamarket.preview.conversation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Some of the caller's conversations, the one that was used last first.
 *
 * @param nextCursor where the next page begins; absent on the last one
 */
record ConversationPage(List<ConversationCard> items, @Nullable String nextCursor) {

    static final ConversationPage EMPTY = new ConversationPage(List.of(), null);

    /** From one more conversation than the page holds, which tells whether there is a next page. */
    static ConversationPage of(List<ConversationCard> oneMore, int limit, SessionCursor after) {
        return oneMore.size() <= limit
                ? new ConversationPage(oneMore, null)
                : new ConversationPage(oneMore.subList(0, limit), after.movedTo(oneMore.get(limit - 1)).toString());
    }
}
