package dev.winnow.report.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.winnow.model.internal.history.Dossier;
import dev.winnow.model.result.Citation;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Bound;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.report.internal.text.EvidenceQuery;
import dev.winnow.report.json.ScreeningDocument.Converted;
import dev.winnow.report.json.ScreeningDocument.Universe;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The known facts of each subject. */
record EvidenceContract(int schema, Universe universe, LocalDate asOf, boolean hindsight, List<Subject> subjects) {

    static EvidenceContract of(EvidenceQuery evidence) {
        return new EvidenceContract(
                Contract.SCHEMA,
                new Universe(evidence.universe().name(), evidence.universe().digest()),
                evidence.day(),
                evidence.hindsight(),
                evidence.dossiers().stream()
                        .filter(one -> !evidence.isSilent(one))
                        .map(one -> Subject.of(one, evidence))
                        .toList());
    }

    record Subject(
            String kind,
            String id,
            String name,
            @Nullable String city,
            List<Fact> facts,
            List<Conflict> conflicts,
            List<String> unknown,
            List<String> open) {

        static Subject of(Dossier dossier, EvidenceQuery evidence) {
            return new Subject(
                    dossier.kind(),
                    dossier.id(),
                    dossier.name(),
                    dossier.city(),
                    evidence.facts()
                            ? Contract.list(
                                    dossier.stated(),
                                    one -> Fact.of(one, evidence.universe().names()))
                            : List.of(),
                    evidence.conflicts()
                            ? Contract.list(dossier.conflicts(), one -> Conflict.of(one, evidence))
                            : List.of(),
                    evidence.gaps() ? dossier.unknown() : List.of(),
                    evidence.gaps() ? dossier.open() : List.of());
        }
    }

    record Conflict(String place, String what) {

        static Conflict of(Problem conflict, EvidenceQuery evidence) {
            return new Conflict(
                    evidence.within(conflict.place().toString()),
                    evidence.within(conflict.what().toString()));
        }
    }

    record Fact(
            String fact,
            String value,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable String unit,
            @Nullable Bound bound,
            @Nullable String source,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String title,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String url,

            @Nullable LocalDate asOf,
            boolean hindsight,
            @Nullable String note,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Converted converted) {

        static Fact of(Citation fact, Names names) {
            Figure figure = fact.figure();
            Evidence evidence = fact.evidence();
            return new Fact(
                    fact.property(),
                    fact.value(),
                    figure == null ? null : Contract.finite(figure.low()),
                    figure == null ? null : Contract.finite(figure.high()),
                    figure == null ? null : figure.unit().id(),
                    figure == null ? null : figure.bound(),
                    evidence.source(),
                    evidence.source() == null ? null : names.sourceTitle(evidence.source(), Language.EN),
                    evidence.source() == null ? null : names.sourceUrl(evidence.source()),
                    evidence.asOf(),
                    evidence.hindsight(),
                    evidence.note(),
                    Converted.of(evidence));
        }
    }
}
