/** Consent, tokens, and who a call comes from. */
@NullMarked
package dev.personamarket.simulators.discord.oauth;

import org.jspecify.annotations.NullMarked;
