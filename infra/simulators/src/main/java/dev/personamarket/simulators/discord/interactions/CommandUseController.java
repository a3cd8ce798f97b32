package dev.personamarket.simulators.discord.interactions;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Stands for Discord's own client: somebody types a command. */
@RestController
class CommandUseController {

    private final CommandUse use;

    CommandUseController(CommandUse use) {
        this.use = use;
    }

    @PostMapping("/simulator/interactions")
    Mono<Outcome> use(@RequestBody Usage usage) {
        return use.send(usage);
    }
}
