package dev.personamarket.simulators.discord.bot;

import dev.personamarket.simulators.discord.oauth.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says where a web socket would be. There is none here, and by its name nobody takes it for the real one. */
@RestController
@RequestMapping("/api/v10/gateway")
class GatewayController {

    private static final String URL = "wss://gateway.discord.invalid";

    @GetMapping
    Gateway gateway() {
        return new Gateway(URL);
    }

    @GetMapping("/bot")
    BotGateway forBot(Caller.Bot caller) {
        return new BotGateway(URL, 1, new SessionStartLimit(1000, 1000, 0, 1));
    }

    record Gateway(String url) {}

    record BotGateway(String url, int shards, SessionStartLimit sessionStartLimit) {}

    /** @param resetAfter milliseconds */
    record SessionStartLimit(int total, int remaining, int resetAfter, int maxConcurrency) {}
}
