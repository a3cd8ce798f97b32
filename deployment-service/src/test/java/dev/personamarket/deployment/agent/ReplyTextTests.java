package dev.personamarket.deployment.agent;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReplyTextTests {

    @Test
    void aShortReplyIsOneMessage() {
        assertThat(ReplyText.parts("Hello.")).containsExactly("Hello.");
        assertThat(ReplyText.parts("x".repeat(2_000))).containsExactly("x".repeat(2_000));
    }

    @Test
    void aLongOneIsPartedWhereAReaderWouldPause() {
        var parts = ReplyText.parts("One two three. ".repeat(100) + "\n\n" + "Four five six. ".repeat(100));

        assertThat(parts).hasSize(2);
        assertThat(parts.getFirst()).endsWith("three.");
        assertThat(parts.getLast()).startsWith("Four");
    }

    @Test
    void withoutAPauseItIsPartedAnywhereButInsideACharacter() {
        var text = "x" + "😀".repeat(3_000);

        var parts = ReplyText.parts(text);

        assertThat(String.join("", parts)).isEqualTo(text);
        assertThat(parts).allSatisfy(part -> {
            assertThat(part.length()).isLessThanOrEqualTo(2_000);
            assertThat(Character.isLowSurrogate(part.charAt(0))).isFalse();
        });
    }

    @Test
    void codeStaysCodeInEachPart() {
        var parts = ReplyText.parts("Look:\n```java\n" + "int i = 0;\n".repeat(300) + "```\nThat is it.");

        assertThat(parts).hasSizeGreaterThan(1).allSatisfy(part -> {
            assertThat(part.length()).isLessThanOrEqualTo(2_000);
            assertThat(part.split("```", -1).length % 2).as(part).isEqualTo(1);
        });
        assertThat(parts.get(1)).startsWith("```java\n");
    }

    @Test
    void aGrowingOneFitsIntoOneMessage() {
        assertThat(ReplyText.growing("Once")).isEqualTo("Once …");
        assertThat(ReplyText.growing("word ".repeat(1_000)).length()).isLessThanOrEqualTo(2_000);
    }
}
