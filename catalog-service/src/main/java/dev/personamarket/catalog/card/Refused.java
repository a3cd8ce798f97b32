package dev.personamarket.catalog.card;

import java.util.List;
import java.util.Optional;

import org.springframework.http.HttpStatus;

import dev.personamarket.catalog.card.CardImport.Outcome;
import dev.personamarket.defaults.problems.FieldFault;
import dev.personamarket.defaults.problems.Problem;

/**
 * The answer where every file is refused: a problem whose {@code errors} name the files, with the whole reports. Its
 * status is that of what is wrong with all of them, or 422 if they have nothing in common.
 */
final class Refused {

    private Refused() {}

    /** The reports, if at least one file is not refused. */
    static List<CardReport> unlessAny(List<Outcome> outcomes) {
        var reports = outcomes.stream().map(Outcome::report).toList();
        if (outcomes.stream().anyMatch(outcome -> outcome.refusal().isEmpty())) {
            return reports;
        }
        throw Problem.of(status(outcomes), "cards-refused", "None of the files could become a personality. "
                + "Nothing was written.").with(faults(reports)).with("reports", reports);
    }

    private static HttpStatus status(List<Outcome> outcomes) {
        var statuses = outcomes.stream().map(Outcome::refusal).flatMap(Optional::stream).map(Refusal.Kind::status)
                .distinct().toList();
        return statuses.size() == 1 ? statuses.getFirst() : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private static List<FieldFault> faults(List<CardReport> reports) {
        return reports.stream().flatMap(report -> report.errors().stream()
                .map(error -> new FieldFault(report.file(), error))).toList();
    }
}
