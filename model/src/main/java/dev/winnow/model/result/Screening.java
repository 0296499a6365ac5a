package dev.winnow.model.result;

import dev.winnow.model.source.Problem;
import java.util.List;

/**
 * The result of screening a universe with a pack.
 *
 * @param pack the pack that judged it
 * @param universe what was judged
 * @param illustrative whether the universe is fictitious
 * @param assessments by city, day and rank
 * @param problems what could not be read, and so was not screened
 * @param names what the things of the universe are called
 */
public record Screening(
        Edition pack,
        Edition universe,
        boolean illustrative,
        List<Assessment> assessments,
        List<Problem> problems,
        Names names) {

    /** A screening of a universe that names nothing. */
    public Screening(
            Edition pack,
            Edition universe,
            boolean illustrative,
            List<Assessment> assessments,
            List<Problem> problems) {
        this(pack, universe, illustrative, assessments, problems, Names.NONE);
    }

    /**
     * An edition of a pack or universe: a named set of files in one state.
     *
     * @param name its name
     * @param version its version; empty if it has none
     * @param digest SHA-256 over its files, in hexadecimal
     */
    public record Edition(String name, String version, String digest) {}
}
