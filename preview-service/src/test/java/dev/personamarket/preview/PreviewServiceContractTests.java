package dev.personamarket.preview;

import dev.personamarket.testing.ServiceContract;

@PreviewServiceTest
class PreviewServiceContractTests extends ServiceContract {}
