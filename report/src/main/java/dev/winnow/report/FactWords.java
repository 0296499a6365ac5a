package dev.winnow.report;

import java.util.List;

/** Says in words what facts such as {@code project.yieldRate} are. */
public interface FactWords {

    /** What one asks for. */
    String words(String fact);

    /** What was read, before its value. */
    String label(String fact, String value);

    /** The name without its row: facts of one kind differ only in the row they are of. */
    String kind(String fact);

    /**
     * What one asks for, of facts of one kind.
     *
     * @param most how many rows are named; the others are counted
     */
    String together(List<String> facts, int most);
}
