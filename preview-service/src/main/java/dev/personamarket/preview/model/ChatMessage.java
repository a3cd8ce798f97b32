package dev.personamarket.preview.model;

/** Something that is said. Its text stays out of logs. */
public record ChatMessage(Role role, String content) {

    public static ChatMessage system(String content) {
        return new ChatMessage(Role.SYSTEM, content);
    }

    public static ChatMessage user(String content) {
        return new ChatMessage(Role.USER, content);
    }

    public static ChatMessage assistant(String content) {
        return new ChatMessage(Role.ASSISTANT, content);
    }

    /** About how many tokens a model counts for it, its frame included. */
    public int tokens() {
        return Tokens.estimate(content) + 4;
    }

    @Override
    public String toString() {
        return "%s, %d characters".formatted(role.label(), content.length());
    }
}
