package dev.personamarket.catalog.personality;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a personality comes from that was made elsewhere. To be shown, never to be acted on: neither is the creator an
 * account, nor the version ours.
 *
 * @param creator     as they call themselves
 * @param cardVersion as the creator counts
 * @param source      where it was before, the oldest place first
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Attribution(@Nullable String creator, @Nullable String cardVersion, List<String> source) {

    public Attribution {
        source = source == null ? List.of() : List.copyOf(source);
    }

    @Nullable
    Attribution orNothing() {
        return creator == null && cardVersion == null && source.isEmpty() ? null : this;
    }
}
