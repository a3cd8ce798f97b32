package dev.personamarket.rating;

import dev.personamarket.testing.ServiceContract;

@RatingServiceTest
class RatingServiceContractTests extends ServiceContract {}
