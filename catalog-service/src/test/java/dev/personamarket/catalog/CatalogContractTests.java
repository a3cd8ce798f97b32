package dev.personamarket.catalog;

import dev.personamarket.testing.ServiceContract;

@CatalogTest
class CatalogContractTests extends ServiceContract {}
