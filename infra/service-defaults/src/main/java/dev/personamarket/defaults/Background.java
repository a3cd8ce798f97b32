package dev.personamarket.defaults;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

import reactor.core.Disposable;

/** Something that goes on for as long as the application runs. */
abstract class Background implements SmartLifecycle {

    private volatile @Nullable Disposable running;

    /** Begins it; disposing of what it returns ends it. */
    abstract Disposable begin();

    @Override
    public final void start() {
        running = begin();
    }

    @Override
    public final void stop() {
        var current = running;
        running = null;
        if (current != null) {
            current.dispose();
        }
    }

    @Override
    public final boolean isRunning() {
        return running != null;
    }
}
