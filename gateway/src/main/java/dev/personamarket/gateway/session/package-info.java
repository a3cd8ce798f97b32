/** Who is signed in: a sealed record in Redis behind a cookie, and the CSRF token bound to it. */
@NullMarked
package dev.personamarket.gateway.session;

import org.jspecify.annotations.NullMarked;
