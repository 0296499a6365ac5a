package dev.winnow.analysis.paths;

import java.util.List;

/**
 * An open knock-out, and which answers clear it, each alone.
 *
 * @param rule the rule's id
 * @param title the title of the rule
 * @param answers the answers of which each alone makes certain that it does not hold, by the name of the fact; empty if one
 *     alone does not suffice
 */
public record Clearing(String rule, String title, List<SupposedAnswer> answers) {

    public Clearing {
        answers = List.copyOf(answers);
    }
}
