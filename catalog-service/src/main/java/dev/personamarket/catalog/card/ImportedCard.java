package dev.personamarket.catalog.card;

import tools.jackson.databind.node.ObjectNode;

/**
 * A card as it came.
 *
 * @param fields what {@link CardWriter#fields} said of the personality right after the import
 */
record ImportedCard(CardSpec spec, String file, ObjectNode raw, ObjectNode fields) {}
