package dev.personamarket.catalog.personality;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ContentTests {

    @Test
    void theTextThatIsHashedStaysAsItIsForEver() {
        assertThat(Contents.orla().json()).isEqualTo("""
                {"avatar":null,"category":{"name":"Companions","slug":"companions"},\
                "description":"Thirty-one winters on Skerry Point.","greeting":"Come in out of the wind.",\
                "name":"Orla","promptVisibility":"hidden","sampleConversations":[[\
                {"content":"Are you lonely?","role":"user"},{"content":"I keep two cups.","role":"assistant"}]],\
                "slug":"orla","systemPrompt":"You are Orla.","tagline":"Keeps the lamp lit.","tags":["sea"],\
                "traits":[{"name":"Warmth","value":86}]}""");
    }

    @Test
    void isReadBackAsItWasWritten() {
        var portrayed = Contents.orla().withAvatar("ab".repeat(32));

        assertThat(Content.fromJson(portrayed.json())).isEqualTo(portrayed);
    }

    @Test
    void theHashChangesWithAnyWord() {
        assertThat(Contents.orla().hash()).startsWith("sha256:").hasSize("sha256:".length() + 64)
                .isEqualTo(Contents.orla().hash()).isNotEqualTo(Contents.orlaSaying("Ahoy.").hash());
    }

    @Test
    void everyPartIsReadBackAsItWasWritten() {
        assertThat(Content.fromJson(Contents.imported().json())).isEqualTo(Contents.imported());
    }

    @Test
    void hasANameThatDiscordTakes() {
        assertThat(Contents.orla().discordName()).isEqualTo("Orla");
        assertThat(Contents.imported().discordName()).isEqualTo("Orla");
        assertThat(Contents.named("Orla of the Lighthouse on Skerry Point").discordName())
                .isEqualTo("Orla of the Lighthouse on Skerry");
        assertThat(Contents.named("🦊".repeat(40)).discordName()).isEqualTo("🦊".repeat(32));
    }
}
