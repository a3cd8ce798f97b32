package dev.personamarket.gateway.site;

/** What a link to a personality shows of it. */
record Personality(String slug, String name, String tagline, Avatar avatar) {

    record Avatar(String url) {

        /** The face as a PNG, since not everybody who shows a link's card takes WebP, and nobody SVG. */
        String png() {
            return url.replaceFirst("\\.(webp|svg)$", ".png");
        }
    }
}
