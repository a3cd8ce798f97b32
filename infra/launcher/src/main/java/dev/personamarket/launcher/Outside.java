package dev.personamarket.launcher;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.personamarket.launcher.Addresses.Place;

/** The two neighbours outside, Discord and the model: real where there are credentials for them, else simulated. */
record Outside(Map<String, String> environment, Addresses addresses) {

    boolean isSimulated() {
        return isDiscordSimulated() || isModelSimulated();
    }

    /** The places that are listened at here. */
    Set<Place> places() {
        return isSimulated() ? EnumSet.allOf(Place.class) : EnumSet.complementOf(EnumSet.copyOf(Place.SIMULATED));
    }

    /** Where people find the marketplace: behind a proxy or a tunnel that is another address than the gateway's own. */
    String publicUrl() {
        return environment.getOrDefault("PUBLIC_URL", addresses.publicUrl());
    }

    private boolean isDiscordSimulated() {
        return !environment.containsKey("DISCORD_CLIENT_ID");
    }

    private boolean isModelSimulated() {
        return !environment.containsKey("OPENAI_BASE_URL") && !environment.containsKey("OPENAI_API_KEY");
    }

    /** The simulators' own credentials, which are public by nature; real ones come from the environment as it is. */
    Map<String, String> discord() {
        return isDiscordSimulated()
                ? Map.of("DISCORD_CLIENT_ID", "1180000000000000001", "DISCORD_CLIENT_SECRET", "simulated-client-secret",
                        "DISCORD_BOT_TOKEN", "MTE4MDAwMDAwMDAwMDAwMDAwMQ.sim.token",
                        "DISCORD_PUBLIC_KEY", "4d24e565d627f3fd4e22baa7fac7e7af7a0453a7e26f19bb06c3c310756060e8",
                        "DISCORD_API_URL", addresses.discordApi(), "DISCORD_AUTHORIZE_URL",
                        addresses.discordAuthorize(),
                        "ADMIN_DISCORD_IDS", environment.getOrDefault("ADMIN_DISCORD_IDS", "2000000000000000001"))
                : Map.of();
    }

    Map<String, String> model() {
        return isModelSimulated()
                ? Map.of("OPENAI_BASE_URL", addresses.modelApi(), "OPENAI_API_KEY", "simulated-model-key",
                        "OPENAI_MODEL", "demonstration")
                : Map.of();
    }

    /** What is simulated, and how to have the real thing. */
    List<String> simulated() {
        var sentences = new ArrayList<String>();
        if (isDiscordSimulated()) {
            sentences.add("Discord is simulated at %s, since DISCORD_CLIENT_ID is not set."
                    .formatted(addresses.url(Place.DISCORD)));
        }
        if (isModelSimulated()) {
            sentences.add("The language model is simulated, since neither OPENAI_BASE_URL nor OPENAI_API_KEY is set.");
        }
        return sentences;
    }
}
