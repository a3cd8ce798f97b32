/** Sign-in with Discord, and out again. */
@NullMarked
package dev.personamarket.gateway.login;

import org.jspecify.annotations.NullMarked;
