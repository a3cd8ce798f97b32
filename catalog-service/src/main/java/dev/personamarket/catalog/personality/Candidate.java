package dev.personamarket.catalog.personality;

/**
 * A personality without any fault that is yet to be taken in.
 *
 * @param publish whether it is to be served, or to be a draft
 */
public record Candidate(Content content, boolean publish) {

    String slug() {
        return content.slug();
    }
}
