/** What every service's tests share: real engines, contract assertions, architecture rules. */
@NullMarked
package dev.personamarket.testing;

import org.jspecify.annotations.NullMarked;
