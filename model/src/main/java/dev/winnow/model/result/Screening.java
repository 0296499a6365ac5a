package dev.winnow.model.result;

import dev.winnow.model.source.Problem;
import java.util.List;

/**
 * The result of screening a universe with a pack.
 *
 * @param pack the pack
 * @param universe the universe
 * @param illustrative whether the universe is fictitious
 * @param assessments the assessments by city, day and rank
 * @param problems problems of the entries that could not be read and were not screened
 * @param names the display names of the universe's entries
 */
public record Screening(
        Edition pack,
        Edition universe,
        boolean illustrative,
        List<Assessment> assessments,
        List<Problem> problems,
        Names names) {

    /** Creates a screening of a universe without named entries. */
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
