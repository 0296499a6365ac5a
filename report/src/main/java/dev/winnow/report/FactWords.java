package dev.winnow.report;

import dev.winnow.model.Citation;
import java.util.List;

/** Says in words what facts such as {@code project.yieldRate} are. */
public interface FactWords {

    /** What one asks for. */
    String words(String fact);

    /** What was read, and its value. */
    String read(Citation citation);

    /** The name without its row: facts of one group differ only in the row they are of. */
    String group(String fact);

    /**
     * What one asks for, of facts of one group.
     *
     * @param most how many rows are named; the others are counted
     */
    String together(List<String> facts, int most);

    /** What something is called that a list of the universe has, such as {@code stages}, by its id. */
    String named(String list, String id);

    /** Who says something. */
    String source(String source);
}
