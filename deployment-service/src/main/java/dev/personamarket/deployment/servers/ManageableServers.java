package dev.personamarket.deployment.servers;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.personamarket.deployment.discord.AccessToken;
import dev.personamarket.deployment.discord.Discord;
import dev.personamarket.deployment.discord.ServerId;
import dev.personamarket.deployment.discord.UserServer;
import reactor.core.publisher.Mono;

/**
 * The servers of users, with their rights on them, remembered shortly and asked for once at a time per user: Discord allows about one
 * such question a second. What is remembered is for showing; whoever acts on a right asks with {@link #certainly}.
 */
@Component
public class ManageableServers {

    private static final String EVERYBODY = "the bot's";
    private static final Comparator<UserServer> BY_NAME = Comparator.comparing(UserServer::name,
            String.CASE_INSENSITIVE_ORDER);

    private final Discord discord;
    private final AsyncCache<UUID, List<UserServer>> ofUsers;
    private final AsyncCache<UUID, List<UserServer>> underWay = cache(Duration.ZERO);
    private final AsyncCache<String, Set<ServerId>> ofBot;

    ManageableServers(Discord discord, ServersProperties properties) {
        this.discord = discord;
        this.ofUsers = cache(properties.remembered());
        this.ofBot = cache(properties.botRemembered());
    }

    private static <K, V> AsyncCache<K, V> cache(Duration time) {
        return Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(time).buildAsync();
    }

    /** All that the user is a member of, by name. */
    Mono<List<UserServer>> of(UUID user, AccessToken token) {
        return shared(ofUsers, user, fetch(token));
    }

    Mono<Set<ServerId>> withBot() {
        return shared(ofBot, EVERYBODY, discord.serversOfBot());
    }

    /**
     * The server, as Discord has it this moment; empty when the user may not manage it or is not even there. Nothing is
     * remembered, only a question that is under way is shared.
     */
    public Mono<UserServer> certainly(ServerId server, UUID user, AccessToken token) {
        return shared(underWay, user, fetch(token)).mapNotNull(servers -> manageable(server, servers));
    }

    /** The same, as it was when the user's servers were last listed. */
    Mono<UserServer> lately(ServerId server, UUID user, AccessToken token) {
        return of(user, token).mapNotNull(servers -> manageable(server, servers));
    }

    private static @Nullable UserServer manageable(ServerId server, List<UserServer> servers) {
        return servers.stream().filter(found -> found.id().equals(server) && found.isManageable()).findFirst()
                .orElse(null);
    }

    private Mono<List<UserServer>> fetch(AccessToken token) {
        return discord.serversOf(token).map(servers -> servers.stream().sorted(BY_NAME).toList());
    }

    /** Of all who ask meanwhile one asks Discord, and is not cancelled with any of them; a failure is not remembered. */
    private static <K, V> Mono<V> shared(AsyncCache<K, V> cache, K key, Mono<V> question) {
        return Mono.fromFuture(() -> cache.get(key, (_, _) -> question.toFuture()), true);
    }
}
