package dev.winnow.serve.internal.effects;

import dev.winnow.report.json.Contract;
import java.util.List;

/**
 * The cases of the edited pack.
 *
 * @param schema the version of the contract
 * @param revision the revision of the edits
 * @param problems the number of problems of the edited pack, whose cases are not run then
 * @param passed the number of cases that pass
 * @param failed the number of cases that fail
 * @param failing the failing cases, those first that pass with the saved pack
 * @param mended the cases that failed with the saved pack and pass now
 * @param lines the lines of rules with outcomes that no case shows
 * @param files the coverage by rule file
 */
record CaseEffect(
        int schema,
        long revision,
        int problems,
        int passed,
        int failed,
        List<Case> failing,
        List<Case> mended,
        List<Line> lines,
        List<Covered> files) {

    /**
     * A case.
     *
     * @param sentence its sentence
     * @param rule the rule that it tests
     * @param file the name of its file
     * @param line its line, from 0
     * @param expected the expected outcome
     * @param found the outcome of the rule
     * @param changed whether the saved pack gives the other result
     */
    record Case(String sentence, String rule, String file, int line, String expected, String found, boolean changed) {}

    /**
     * A rule or a constraint with outcomes that no case shows.
     *
     * @param rule the id of the rule
     * @param file the name of the file
     * @param line the line, from 0
     * @param text the text of the constraint; the id for a rule as a whole
     * @param missing the outcomes, in words
     */
    record Line(String rule, String file, int line, String text, String missing) {}

    /**
     * The coverage of a rule file.
     *
     * @param file the name of the file
     * @param shown the number of outcomes that cases show
     * @param possible the number of outcomes that can occur
     */
    record Covered(String file, int shown, int possible) {}

    /** Returns the effect of edits with problems. */
    static CaseEffect none(long revision, int problems) {
        return new CaseEffect(Contract.SCHEMA, revision, problems, 0, 0, List.of(), List.of(), List.of(), List.of());
    }
}
