package dev.personamarket.deployment;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Takes back after each test whatever trouble it has caused at Discord, and sees that it was asked as it wants to be. */
final class RecoveredDiscord implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext test) {
        var discord = SpringExtension.getApplicationContext(test).getBean(SimulatedDiscord.class);
        discord.recover();
        discord.assertAskedAsDocumented();
    }
}
