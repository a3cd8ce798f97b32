package dev.personamarket.catalog.personality;

import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;

/** Names a personality for ever. Those that we make are UUIDv7, so that they sort by age. */
public record PersonalityId(UUID value) {

    static PersonalityId next() {
        return new PersonalityId(UuidCreator.getTimeOrderedEpoch());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
