package dev.winnow.cli;

import dev.winnow.analysis.BackTest;
import dev.winnow.analysis.Telling;
import dev.winnow.analysis.Telling.Count;
import dev.winnow.analysis.Telling.Kind;
import dev.winnow.analysis.Trial;
import dev.winnow.model.Assessment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One or two packs held against the same past, as they are shown.
 *
 * @param list the back-tests, of the same projects in the same order
 */
record BackTests(List<BackTest> list) {

    BackTests {
        list = List.copyOf(list);
    }

    /** The projects, which are those of every pack. */
    List<Trial> trials() {
        return list.get(0).trials();
    }

    boolean areTwo() {
        return list.size() == 2;
    }

    /** {@code A: battery 1.0.0}; of a single pack its name alone. */
    String named(int pack) {
        return label(pack, ": ") + Editions.named(list.get(pack).pack());
    }

    /** {@code A } where there are two. */
    String label(int pack, String after) {
        return areTwo() ? (pack == 0 ? "A" : "B") + after : "";
    }

    /** {@code winnow: pack battery 1.0.0 against the past of universe illustrative}. */
    String title() {
        String packs = areTwo() ? "packs " + named(0) + " and " + named(1) : "pack " + named(0);
        return "winnow: " + packs + " against the past of universe "
                + Editions.named(list.get(0).universe());
    }

    /** {@code 5 projects whose outcome is known: 3 succeeded, 1 failed, 1 stopped}. */
    String headline() {
        return Numbers.count(trials().size(), "project") + " whose outcome is known: "
                + Trial.RESULTS.stream()
                        .map(result -> ended(result) + " " + result)
                        .collect(Collectors.joining(", "));
    }

    private long ended(String result) {
        return trials().stream()
                .filter(trial -> trial.outcome().result().equals(result))
                .count();
    }

    /** What weakens the test, in sentences. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        BackTest first = list.get(0);
        if (first.failures() == 0) {
            warnings.add("No failure is on record, so nothing here shows that the rules would stop one.");
        } else if (first.isFlattered()) {
            warnings.add("Survivor bias: " + Numbers.count(first.failures(), "failure") + " beside " + first.successes()
                    + (first.successes() == 1 ? " success" : " successes")
                    + " on record. What failed is written about less than what lasted, so this flatters the rules.");
        }
        if (!first.undated().isEmpty()) {
            warnings.add("No day of decision is known of " + names(first.undated())
                    + ": judged as of the universe’s day, by what their cities came to be since.");
        }
        return warnings;
    }

    /** What the verdicts were worth, in a sentence. */
    static String worth(BackTest test, boolean hindsight) {
        List<Trial> wrong =
                test.trials().stream().filter(trial -> trial.isWrong(hindsight)).toList();
        List<Trial> declined =
                wrong.stream().filter(trial -> trial.outcome().isSuccess()).toList();
        List<Trial> recommended =
                wrong.stream().filter(trial -> !trial.outcome().isSuccess()).toList();
        return "of " + test.failures() + " that failed or stopped, " + none(recommended)
                + " would have been recommended"
                + bracketed(recommended) + "; of " + test.successes() + " that succeeded, " + none(declined)
                + " would have been declined" + bracketed(declined);
    }

    private static String none(List<Trial> trials) {
        return trials.isEmpty() ? "none" : String.valueOf(trials.size());
    }

    private static String bracketed(List<Trial> trials) {
        return trials.isEmpty() ? "" : " (" + names(trials) + ")";
    }

    static String names(List<Trial> trials) {
        return trials.stream().map(Trial::name).collect(Collectors.joining(", "));
    }

    /** {@code stopped by 2019-12-31}. */
    static String outcome(Trial trial) {
        String result = trial.outcome().result();
        return trial.outcome().ended() == null
                ? result
                : result + " by " + trial.outcome().ended();
    }

    /** {@code best of 6: Jinan 济南}. */
    static String venue(Trial trial, boolean hindsight) {
        List<Assessment> all = trial.all(hindsight);
        return all.size() == 1
                ? all.get(0).cityName()
                : "best of " + all.size() + ": " + all.get(0).cityName();
    }

    /** The rules of a kind, the clearest first. */
    static List<Telling> of(BackTest test, boolean hindsight, Kind kind) {
        return test.tellings(hindsight).stream()
                .filter(one -> one.kind() == kind)
                .sorted(Telling.CLEAREST)
                .toList();
    }

    /** {@code 2 of 3, 1 open}: of those where it could be said. */
    static String count(Count count) {
        return count.holds() + " of " + count.decided() + (count.open() == 0 ? "" : ", " + count.open() + " open");
    }
}
