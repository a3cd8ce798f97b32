package dev.personamarket.preview.conversation;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

/**
 * Something to say to a personality.
 *
 * @param message   1 to 2,000 characters (Unicode code points), line breaks allowed
 * @param sessionId the conversation that it belongs to; absent to begin one
 */
record ChatRequest(
        @NotBlank @Pattern(regexp = "(?s).{0,2000}", message = "must have at most 2000 characters") @Pattern(regexp = "[[^\\p{Cc}\\p{Cs}]\\n\\r\\t]*", message = "must not contain control characters") String message,
        @Nullable UUID sessionId) {}
