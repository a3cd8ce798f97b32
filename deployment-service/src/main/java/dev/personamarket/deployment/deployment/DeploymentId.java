package dev.personamarket.deployment.deployment;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonValue;
import com.github.f4b6a3.uuid.UuidCreator;

/** A UUIDv7: ids sort by the time of asking. */
record DeploymentId(@JsonValue UUID value) {

    static DeploymentId next() {
        return new DeploymentId(UuidCreator.getTimeOrderedEpoch());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
