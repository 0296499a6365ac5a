package dev.winnow.cli;

import dev.winnow.engine.RulePack;
import dev.winnow.model.Assessment;
import dev.winnow.model.Problem;
import dev.winnow.model.Screening;
import dev.winnow.report.Wording;
import java.util.List;

/** What is said beside the results, on the error stream. */
final class Notices {

    private final Terminal terminal;
    private final boolean quiet;
    private int problems;

    Notices(Terminal terminal, boolean quiet) {
        this.terminal = terminal;
        this.quiet = quiet;
    }

    /** Problems are always said. */
    void problems(List<Problem> found) {
        problems += found.size();
        found.forEach(problem -> terminal.say(shown(problem)));
    }

    /** Things to know that hinder nothing. */
    void notes(List<Problem> found) {
        if (!quiet) {
            found.forEach(problem -> terminal.say("note: " + shown(problem)));
        }
    }

    /** Says what of a screening is invented, where the format has no place for it. */
    void invented(Screening screening) {
        if (quiet) {
            return;
        }
        if (screening.illustrative()) {
            terminal.say("note: " + Editions.INVENTED);
            return;
        }
        screening.assessments().stream()
                .filter(Assessment::illustrative)
                .map(Assessment::project)
                .distinct()
                .forEach(project -> terminal.say("note: `" + Columns.clean(project) + "` is invented"));
    }

    /** Says that a pack does not speak the language that was asked for. */
    void unspoken(RulePack pack) {
        if (!quiet && pack.language() != terminal.wording().language()) {
            terminal.say("note: pack `" + pack.name() + "` has no "
                    + terminal.wording().language().tag() + ".yaml; its titles and reasons are in English");
        }
    }

    /** The words of the language in which it is said. */
    Wording wording() {
        return terminal.wording();
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
        terminal.say("winnow: " + Numbers.count(problems, "problem") + "; " + consequence);
        return Exit.PROBLEMS;
    }

    /** A problem as it is printed: whole, and unable to steer the terminal. */
    static String shown(Problem problem) {
        return String.join("\n", problem.toString().lines().map(Columns::clean).toList());
    }
}
