package dev.personamarket.testing.architecture.fields;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

final class Fields {

    @Autowired
    private @Nullable Runnable filled;

    @Nullable
    Runnable filled() {
        return filled;
    }
}
