package dev.personamarket.deployment;

import dev.personamarket.testing.ServiceContract;

@DeploymentServiceTest
class DeploymentServiceContractTests extends ServiceContract {}
