package dev.personamarket.launcher;

import java.io.IOException;
import java.util.List;

import dev.personamarket.launcher.Addresses.Place;

/** A command that runs beside a marketplace of its own, such as browsers that travel through its pages. */
record Guest(List<String> command) {

    /** Runs it on this terminal, told where everything is, and returns its exit status. */
    int visit(Addresses addresses) throws InterruptedException {
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("MARKETPLACE_URL", addresses.publicUrl());
        builder.environment().put("DISCORD_SIMULATOR_URL", addresses.url(Place.DISCORD));
        builder.environment().put("MODEL_SIMULATOR_URL", addresses.url(Place.MODEL));
        try {
            return wait(builder.start());
        } catch (IOException e) {
            throw new LaunchException("%s cannot be run: %s".formatted(command.getFirst(), e.getMessage()));
        }
    }

    private static int wait(Process process) throws InterruptedException {
        try {
            return process.waitFor();
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }
}
