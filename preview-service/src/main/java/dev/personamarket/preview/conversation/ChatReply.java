package dev.personamarket.preview.conversation;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.personamarket.preview.budget.BudgetUse;
import dev.personamarket.preview.model.Usage;

/**
 * A whole answer, for clients that do not read streams.
 *
 * @param remaining    messages that may still be said in this session
 * @param reply        what was said now; of an answer that was continued, the continuation alone
 * @param finishReason why the answer ended: {@code stop}, {@code length}, {@code content_filter} and others
 * @param budget       the caller's own, once 80 % of it are used
 */
record ChatReply(UUID sessionId, int remaining, String reply, String finishReason, Usage usage,
        @Nullable BudgetUse budget) {}
