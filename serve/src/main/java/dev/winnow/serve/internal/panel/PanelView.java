package dev.winnow.serve.internal.panel;

import dev.winnow.web.internal.workbench.ShownDocument;
import java.util.List;

/**
 * A panel as its chair sees it.
 *
 * @param schema the version of the contract
 * @param given whether the server has a panel
 * @param round the number of the round whose forms are out
 * @param links the links to the forms, one per assessor
 * @param documents the state of the panel, the verdicts that depend on its disagreement, and its agreement
 */
public record PanelView(int schema, boolean given, int round, List<AssessorLink> links, List<ShownDocument> documents) {

    /**
     * The form of an assessor.
     *
     * @param name the name of the assessor
     * @param address the address of the form, without the host
     * @param judged number of judgements
     * @param cannotJudge number of facts that the assessor cannot judge
     * @param missing number of judgements that are missing
     */
    public record AssessorLink(String name, String address, int judged, int cannotJudge, int missing) {}

    /**
     * The judgements that arrived by a form.
     *
     * @param taken number of accepted judgements
     * @param problems the problems of the others
     */
    public record ArrivedJudgements(int schema, int taken, List<String> problems) {}
}
