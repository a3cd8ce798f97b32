/** Commands for operators: run from the service's jar, beside the service, without a web server. */
@NullMarked
package dev.personamarket.rating.operations;

import org.jspecify.annotations.NullMarked;
