package dev.personamarket.gateway.site;

/** What a link to a personality shows of it. */
record Personality(String slug, String name, String tagline, Avatar avatar) {

    record Avatar(String url) {}
}
