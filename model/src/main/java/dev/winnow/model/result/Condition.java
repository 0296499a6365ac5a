package dev.winnow.model.result;

import java.util.List;

/**
 * A red flag that is undetermined, on which a recommendation depends: should it hold, the verdict falls to HOLD.
 *
 * @param rule the rule's id
 * @param title the title of the rule
 * @param missing the facts that would decide it, sorted: {@code project.yieldRate}, {@code city.demands}
 */
public record Condition(String rule, String title, List<String> missing) {}
