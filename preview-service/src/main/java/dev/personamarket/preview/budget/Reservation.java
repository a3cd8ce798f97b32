package dev.personamarket.preview.budget;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Tokens that are kept for one answer until it is known what it took.
 *
 * @param day     whose budget pays, even when the answer ends on the next
 * @param scopes  in the order in which their rows are locked
 * @param warning absent while the caller's own budget is less than 80 % used
 */
public record Reservation(UUID id, LocalDate day, List<String> scopes, @Nullable BudgetUse warning) {

    public Reservation {
        scopes = List.copyOf(scopes);
    }
}
