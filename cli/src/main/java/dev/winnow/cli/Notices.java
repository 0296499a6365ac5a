package dev.winnow.cli;

import dev.winnow.engine.RulePack;
import dev.winnow.model.Assessment;
import dev.winnow.model.Problem;
import dev.winnow.model.Screening;
import dev.winnow.model.Verdict;
import dev.winnow.report.CleanText;
import dev.winnow.report.Columns;
import dev.winnow.report.Editions;
import dev.winnow.report.Numbers;
import dev.winnow.report.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is said beside the results, on the error stream. */
final class Notices {

    private static final int NANOS = 9;

    private final Terminal terminal;
    private final boolean quiet;
    private final long start = System.nanoTime();
    private int problems;

    Notices(Terminal terminal, boolean quiet) {
        this.terminal = terminal;
        this.quiet = quiet;
    }

    /** Problems are always said. */
    void problems(List<Problem> found) {
        problems += found.size();
        found.forEach(problem -> terminal.say(CleanText.lines(wording().say(problem))));
    }

    /** Things to know that hinder nothing. */
    void notes(List<Problem> found) {
        if (!quiet) {
            found.forEach(problem -> note(CleanText.lines(wording().say(problem))));
        }
    }

    /** Says for how many candidates a rule made another evaluator work than the one that was asked for. */
    void left(String rule, long candidates) {
        if (!quiet) {
            note(wording()
                    .translate("rule `" + rule
                            + "` asks for more than the fused evaluator does; candidates left to PHREAK, which takes"
                            + " longer: " + candidates));
        }
    }

    /** Says what of a screening is invented, where the format has no place for it. */
    void invented(Screening screening) {
        if (quiet) {
            return;
        }
        if (screening.illustrative()) {
            note(wording().tell(Editions.INVENTED));
            return;
        }
        screening.assessments().stream()
                .filter(Assessment::illustrative)
                .map(Assessment::project)
                .distinct()
                .forEach(project -> note(wording().translate("`" + Columns.clean(project) + "` is invented")));
    }

    private void note(String text) {
        terminal.say(wording().tell("note: %s", text));
    }

    /** Says that a pack does not speak the language that was asked for. */
    void unspoken(RulePack pack) {
        if (!quiet && pack.language() != terminal.wording().language()) {
            note(wording()
                    .translate("pack `" + pack.name() + "` has no `"
                            + wording().language().tag() + ".yaml`, its titles and reasons are in English"));
        }
    }

    /** The words of the language in which it is said. */
    Wording wording() {
        return terminal.wording();
    }

    /** Shows how far long work has come, where somebody watches and wants to know. */
    ProgressLine progress() {
        return new ProgressLine(terminal, !quiet, wording());
    }

    /** Says in a line what came of a screening and how long it took, where somebody watches and wants to know. */
    void summary(Screening asked) {
        Map<Verdict, Long> counts =
                asked.assessments().stream().collect(Collectors.groupingBy(Assessment::verdict, Collectors.counting()));
        done(
                "screen.done",
                asked.assessments().size(),
                counts.getOrDefault(Verdict.RECOMMEND, 0L),
                counts.getOrDefault(Verdict.HOLD, 0L),
                counts.getOrDefault(Verdict.DECLINE, 0L));
    }

    /**
     * Says in a line what came of long work, where somebody watches and wants to know.
     *
     * @param key the words, with a last place for the seconds that it took
     */
    void done(String key, Object... counts) {
        if (quiet || !terminal.interactive()) {
            return;
        }
        List<Object> values = new ArrayList<>(List.of(counts));
        values.add(Numbers.near(BigDecimal.valueOf(System.nanoTime() - start, NANOS), 1));
        terminal.say(wording().say(key, values.toArray()));
    }

    /** Whether a problem was said. */
    boolean anyProblems() {
        return problems > 0;
    }

    /** The count of problems, if there are any, and the exit code that follows from them. */
    int finish(String consequence) {
        if (problems == 0) {
            return Exit.DONE;
        }
        terminal.say(wording()
                .tell(
                        "winnow: %s; %s",
                        wording().translate(Numbers.count(problems, "problem")),
                        wording().translate(consequence)));
        return Exit.PROBLEMS;
    }
}
