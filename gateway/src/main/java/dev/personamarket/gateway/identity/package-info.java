/** Who is calling, told to the services by a short-lived token of the gateway's own. */
@NullMarked
package dev.personamarket.gateway.identity;

import org.jspecify.annotations.NullMarked;
