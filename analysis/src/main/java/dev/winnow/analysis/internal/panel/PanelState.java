package dev.winnow.analysis.internal.panel;

import dev.winnow.model.internal.panel.Assessor;
import dev.winnow.model.internal.panel.Judgement;
import dev.winnow.model.internal.panel.Panel;
import dev.winnow.model.internal.panel.PanelFacts;
import dev.winnow.model.internal.panel.PanelValue;
import dev.winnow.model.internal.panel.Recusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The state of a panel: what each assessor has judged, and the values that follow.
 *
 * @param panel the panel
 * @param work the work of each assessor, by id
 * @param values the values of all judged facts, by fact and subject
 */
public record PanelState(Panel panel, List<Work> work, List<PanelValue> values) {

    public PanelState {
        work = List.copyOf(work);
        values = List.copyOf(values);
    }

    /**
     * The work of an assessor.
     *
     * @param assessor the assessor
     * @param judged the judgements with a value that stand
     * @param cannotJudge the judgements by which the assessor cannot judge
     * @param missing the facts that the assessor has still to judge
     * @param recusals the projects and cities that the assessor does not judge
     */
    public record Work(
            Assessor assessor,
            List<Judgement> judged,
            List<Judgement> cannotJudge,
            List<Missing> missing,
            List<Recusal> recusals) {}

    /**
     * A fact to judge.
     *
     * @param subject the id of the project or city
     * @param fact the name of the fact
     */
    public record Missing(String subject, String fact) {}

    /** Returns the state of a panel. */
    public static PanelState of(PanelUniverse given) {
        PanelFacts facts = given.facts();
        List<PanelValue> values = new ArrayList<>();
        for (String fact : facts.facts()) {
            given.panel().subjects(fact).forEach(subject -> values.add(facts.value(subject, fact)));
        }
        return new PanelState(
                given.panel(),
                given.panel().assessors().stream()
                        .map(assessor -> work(given.panel(), assessor, values))
                        .toList(),
                values);
    }

    private static Work work(Panel panel, Assessor assessor, List<PanelValue> values) {
        List<Judgement> given = values.stream()
                .flatMap(value -> value.judgements().stream())
                .filter(one -> one.assessor().equals(assessor.id()))
                .toList();
        Set<Missing> done = given.stream()
                .map(one -> new Missing(one.subject(), one.fact()))
                .collect(Collectors.toSet());
        return new Work(
                assessor,
                given.stream().filter(one -> !one.cannotJudge()).toList(),
                given.stream().filter(Judgement::cannotJudge).toList(),
                values.stream()
                        .filter(value -> panel.asks(assessor, value.subject(), value.fact()))
                        .map(value -> new Missing(value.subject(), value.fact()))
                        .filter(one -> !done.contains(one))
                        .toList(),
                panel.recusals().stream()
                        .filter(one -> one.assessor().equals(assessor.id()))
                        .toList());
    }
}
