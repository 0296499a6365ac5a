package dev.winnow.ruletools.mutate;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.report.internal.layout.CleanText;
import dev.winnow.report.json.Contract;
import dev.winnow.report.json.Contract.Position;
import dev.winnow.workbench.internal.mutate.CaseProposal;
import dev.winnow.workbench.internal.mutate.Mutant;
import dev.winnow.workbench.internal.mutate.Mutant.Fate;
import dev.winnow.workbench.internal.mutate.MutationRun;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of mutation testing. */
public record MutationContract(
        int schema,
        Edition pack,
        List<Failed> failed,
        @JsonUnwrapped Totals totals,
        List<File> files,
        List<Change> mutants,
        List<Proposal> proposals) {

    static MutationContract of(MutationReport report) {
        MutationRun run = report.run();
        return new MutationContract(
                Contract.SCHEMA,
                new Edition(run.pack().name(), run.pack().version(), run.pack().digest()),
                Contract.list(run.failed(), one -> new Failed(one.sentence(), one.rule(), Position.of(one.place()))),
                Totals.of(run.mutants()),
                Contract.list(report.byFile().entrySet(), file -> new File(file.getKey(), Totals.of(file.getValue()))),
                Contract.list(run.mutants(), Change::of),
                Contract.list(run.proposals(), one -> Proposal.of(one, run.mutants())));
    }

    record Failed(
            @JsonProperty("case") String sentence,
            String rule,
            @JsonUnwrapped Position place) {}

    record Totals(long killed, long survived, long undecided, BigDecimal percent) {

        static Totals of(List<Mutant> mutants) {
            return new Totals(
                    MutationRun.count(mutants, Fate.KILLED),
                    MutationRun.count(mutants, Fate.SURVIVED),
                    MutationRun.count(mutants, Fate.UNDECIDED),
                    MutationRun.score(mutants));
        }
    }

    record File(String file, @JsonUnwrapped Totals totals) {}

    record Change(
            String rule,
            String criterion,
            @JsonUnwrapped Position place,
            Mutant.Kind kind,
            String before,
            String after,
            Fate fate,
            @Nullable String why) {

        static Change of(Mutant mutant) {
            return new Change(
                    mutant.rule(),
                    mutant.criterion(),
                    Position.of(mutant.place()),
                    mutant.kind(),
                    mutant.before(),
                    mutant.after(),
                    mutant.fate(),
                    Contract.text(mutant.why()));
        }
    }

    record Proposal(
            String rule, String file, @JsonProperty("case") String sentence, String text, List<Integer> kills) {

        static Proposal of(CaseProposal one, List<Mutant> mutants) {
            return new Proposal(
                    one.rule(),
                    CleanText.of(one.file()),
                    one.sentence(),
                    one.text(),
                    Contract.list(one.kills(), mutants::indexOf));
        }
    }
}
