/** What every proxied request goes through: breakers, body limits, an orderly end. */
@NullMarked
package dev.personamarket.gateway.routing;

import org.jspecify.annotations.NullMarked;
