/** What every service has, whatever it does. */
@NullMarked
package dev.personamarket.defaults;

import org.jspecify.annotations.NullMarked;
