package dev.winnow.analysis.internal.panel;

import dev.winnow.model.internal.panel.PanelValue;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A project in a city as its panel sees it.
 *
 * @param assessment the assessment by the values of the panel
 * @param values the values of the panel for the project, then those for the city, by fact
 * @param stated the values of these facts that the universe states without the panel, by fact
 * @param opinions the views of the assessors, by id
 */
public record PanelPair(
        Assessment assessment, List<PanelValue> values, Map<String, Object> stated, List<Opinion> opinions) {

    public PanelPair {
        values = List.copyOf(values);
        stated = Map.copyOf(stated);
        opinions = List.copyOf(opinions);
    }

    /** Returns the verdicts by assessor, without those who judged nothing of the pair. */
    public List<Verdict> verdicts() {
        return opinions.stream()
                .map(Opinion::assessment)
                .filter(Objects::nonNull)
                .map(Assessment::verdict)
                .toList();
    }

    /** Returns the number of assessors by whose judgements the verdict is the same. */
    public int agreeing() {
        return (int) verdicts().stream()
                .filter(verdict -> verdict == assessment.verdict())
                .count();
    }

    /** Whether the verdict is another one by the judgements of some assessor. */
    public boolean isDisputed() {
        return agreeing() < verdicts().size();
    }
}
