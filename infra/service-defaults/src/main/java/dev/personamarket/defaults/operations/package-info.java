/** What operators' commands have in common: run from the service's jar, beside the service, without a web server. */
@NullMarked
package dev.personamarket.defaults.operations;

import org.jspecify.annotations.NullMarked;
