package dev.personamarket.catalog.avatar;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Where a face is found.
 *
 * @param url    one size for all purposes
 * @param srcset all sizes, as in the HTML attribute of this name
 */
public record Avatar(String url, String srcset) {

    static final List<Integer> SIZES = List.of(64, 128, 256, 512);

    private static final String BASE = "/api/marketplace/avatars/";
    private static final int USUAL_SIZE = 256;

    /** The stored face, or, so that nobody is faceless, one drawn after the id. */
    public static Avatar of(@Nullable String hash, UUID id) {
        var stored = stored(hash);
        return stored == null ? drawn(id) : stored;
    }

    /** The stored face, if there is one. */
    public static @Nullable Avatar stored(@Nullable String hash) {
        return hash == null
                ? null
                : new Avatar(url(hash, USUAL_SIZE),
                        SIZES.stream().map(size -> "%s %dw".formatted(url(hash, size), size))
                                .collect(Collectors.joining(", ")));
    }

    private static Avatar drawn(UUID id) {
        var url = BASE + "fallback/%s.svg".formatted(id);
        return new Avatar(url, url + " 512w");
    }

    private static String url(String hash, int size) {
        return BASE + "%s/%d.webp".formatted(hash, size);
    }
}
