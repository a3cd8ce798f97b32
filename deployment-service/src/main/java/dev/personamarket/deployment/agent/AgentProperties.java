package dev.personamarket.deployment.agent;

import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import dev.personamarket.sealing.Seal;

/**
 * How agents answer.
 *
 * @param pseudonymSecret base64 of at least 32 bytes, the gateway's: people are the same on Discord as on the web
 * @param encryptionKeys  base64 of 32 bytes each; the first seals what lets us answer, all open it
 * @param firstAnswer     how long anything may take before Discord is told that it does not work; Discord waits for 3 s
 * @param patience        how long an answer is waited for
 * @param tokenLife       how long Discord takes an answer at all
 * @param hands           how many replies are brought to Discord at the same time
 * @param pollInterval    how often they look by themselves
 * @param lease           after how long another one takes over from a hand that died; longer than any call to Discord
 * @param remembered      how many of the last questions and answers a personality remembers in a channel
 * @param memory          how long they are remembered at most
 */
@Validated
@ConfigurationProperties("marketplace.agents")
record AgentProperties(@NotBlank String pseudonymSecret, @DefaultValue List<String> encryptionKeys,
        @DefaultValue("2s") Duration firstAnswer, @DefaultValue("14m") Duration patience,
        @DefaultValue("15m") Duration tokenLife, @DefaultValue("16") @Min(1) int hands,
        @DefaultValue("500ms") Duration pollInterval, @DefaultValue("15s") Duration lease,
        @DefaultValue("20") @Min(0) @Max(20) int remembered, @DefaultValue("7d") Duration memory) {

    AgentProperties {
        encryptionKeys = Seal.requireKeys(encryptionKeys);
    }

    @Override
    public String toString() {
        return "AgentProperties[secret]";
    }
}
