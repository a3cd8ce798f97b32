package dev.personamarket.preview.conversation;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * How much people may talk.
 *
 * @param publicUrl       where browsers find the marketplace; when it is https, so is the cookie
 * @param visitorMessages of one session, for who is not signed in
 * @param userMessages    of one session, for who is
 */
@Validated
@ConfigurationProperties("marketplace.preview")
record PreviewProperties(@NotNull URI publicUrl, @Min(1) @DefaultValue("20") int visitorMessages,
        @Min(1) @DefaultValue("50") int userMessages) {

    int messages(Owner owner) {
        return owner.isUser() ? userMessages : visitorMessages;
    }

    /** Of these, when so many have been said; not below zero, as the limit may have been lowered since. */
    int remaining(Owner owner, int said) {
        return Math.max(0, messages(owner) - said);
    }
}
