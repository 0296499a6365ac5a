package dev.winnow.tables.internal.answers;

import dev.winnow.model.internal.panel.Judgement;
import dev.winnow.model.internal.panel.Recusal;
import dev.winnow.model.source.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The content of a returned blind form. Each row about a fact is taken, set aside, refused or empty.
 *
 * @param file the file as the user named it
 * @param assessor the id of the assessor; null if it is no form of this panel and round
 * @param day the day of the form; null if unknown
 * @param late whether the day is after the last day of the round
 * @param taken the judgements that count
 * @param setAside judgements that do not count because of a conflict of interest
 * @param refused rows with problems
 * @param empty the number of rows without an answer
 * @param missing the number of questions of the assessor without a row
 * @param conflicts the conflicts of interest that the form declares
 * @param undeclared the ids of the projects and cities for which it neither declares nor denies a conflict
 * @param faults problems of the whole form, of its date and of its declarations of conflicts
 * @param notes remarks about the form, which refuse nothing
 * @param about the metadata of the form, for a file with its refused rows
 */
public record JudgementFile(
        String file,
        @Nullable String assessor,
        @Nullable LocalDate day,
        boolean late,
        List<Given> taken,
        List<Given> setAside,
        List<AnswerFile.Refused> refused,
        int empty,
        int missing,
        List<Recusal> conflicts,
        List<String> undeclared,
        List<Problem> faults,
        List<Problem> notes,
        List<List<String>> about) {

    /**
     * A judgement of a form.
     *
     * @param value its value as the file of the round writes it; null if the assessor cannot judge
     * @param row the row of the form
     */
    public record Given(Judgement judgement, @Nullable String value, AnswerRow row) {

        List<String> key() {
            return List.of(judgement.assessor(), judgement.subject(), judgement.fact());
        }
    }

    public JudgementFile {
        taken = List.copyOf(taken);
        setAside = List.copyOf(setAside);
        refused = List.copyOf(refused);
        conflicts = List.copyOf(conflicts);
        undeclared = List.copyOf(undeclared);
        faults = List.copyOf(faults);
        notes = List.copyOf(notes);
        about = List.copyOf(about);
    }

    /**
     * A refused row of a form.
     *
     * @param subject the project or city that it names
     * @param fact the fact that it names
     * @param problems the reasons
     */
    public record RefusedJudgement(String subject, String fact, List<Problem> problems) {}

    /** Returns its refused rows. */
    public List<RefusedJudgement> refusedJudgements() {
        return refused.stream()
                .map(one -> new RefusedJudgement(
                        one.row().text(AnswerColumn.OF), one.row().text(AnswerColumn.FACT), one.problems()))
                .toList();
    }

    /** Returns the number of rows about facts. */
    public int read() {
        return taken.size() + setAside.size() + refused.size() + empty;
    }

    /** Returns its problems: those of the whole form, and those of the refused rows. */
    public List<Problem> problems() {
        return Stream.concat(faults.stream(), refused.stream().flatMap(one -> one.problems().stream()))
                .distinct()
                .toList();
    }

    /** Returns this content without the judgements for which a test returns problems, which are refused. */
    JudgementFile refusing(Function<Given, List<Problem>> test) {
        List<Given> rest = new ArrayList<>();
        List<AnswerFile.Refused> others = new ArrayList<>(refused);
        for (Given one : taken) {
            List<Problem> wrong = test.apply(one);
            if (wrong.isEmpty()) {
                rest.add(one);
            } else {
                others.add(new AnswerFile.Refused(one.row(), wrong));
            }
        }
        return with(rest, setAside, others, notes);
    }

    /** Returns this content without the judgements about projects and cities from which the assessor is recused. */
    JudgementFile settingAside(List<Recusal> recusals) {
        List<Given> rest = new ArrayList<>();
        List<Given> aside = new ArrayList<>(setAside);
        for (Given one : taken) {
            boolean recused = recusals.stream()
                    .anyMatch(
                            recusal -> recusal.assessor().equals(one.judgement().assessor())
                                    && recusal.subject().equals(one.judgement().subject()));
            (recused ? aside : rest).add(one);
        }
        return with(rest, aside, refused, notes);
    }

    /** Returns this content with a further note. */
    JudgementFile noting(Problem note) {
        List<Problem> all = new ArrayList<>(notes);
        all.add(note);
        return with(taken, setAside, refused, all);
    }

    private JudgementFile with(
            List<Given> rest, List<Given> aside, List<AnswerFile.Refused> others, List<Problem> remarks) {
        return new JudgementFile(
                file,
                assessor,
                day,
                late,
                rest,
                aside,
                others,
                empty,
                missing,
                conflicts,
                undeclared,
                faults,
                remarks,
                about);
    }
}
