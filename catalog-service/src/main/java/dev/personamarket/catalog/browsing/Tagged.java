package dev.personamarket.catalog.browsing;

/**
 * An answer and its entity tag.
 *
 * @param tag in its quotes
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3">RFC 9110, ETag</a>
 */
record Tagged<T>(String tag, T body) {}
