package dev.winnow.model.result;

import java.util.List;

/**
 * An undetermined red flag on which a recommendation depends: if it holds, the verdict falls to HOLD.
 *
 * @param rule the rule's id
 * @param title the title of the rule
 * @param missing the facts that would decide it, sorted: {@code project.yieldRate}, {@code city.demands}
 */
public record Condition(String rule, String title, List<String> missing) {}
