/** The one way in: routes to the services, Discord sign-in, identity towards the services, limits. */
@NullMarked
package dev.personamarket.gateway;

import org.jspecify.annotations.NullMarked;
