/** What a browser finds here: the API documentation, and the headers that keep it safe. */
@NullMarked
package dev.personamarket.gateway.site;

import org.jspecify.annotations.NullMarked;
