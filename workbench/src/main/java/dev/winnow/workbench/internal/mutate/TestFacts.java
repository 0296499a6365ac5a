package dev.winnow.workbench.internal.mutate;

import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.language.internal.pack.LimitTable;
import dev.winnow.language.internal.pack.WorkedExample;
import dev.winnow.language.internal.pack.WorkedExample.Expected;
import dev.winnow.model.domain.Project;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.workbench.internal.testing.CaseFacts;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a case, ready to evaluate rules on.
 *
 * @param given the facts as written in the case
 * @param scene the parsed facts
 * @param context the evaluation context
 * @param candidate the candidate
 */
record TestFacts(Map<String, Object> given, CaseFacts scene, EvaluationContext context, Project candidate) {

    /** Parses the facts of a generated case; null if they are invalid. */
    static @Nullable TestFacts of(
            String rule,
            Map<String, Object> given,
            @Nullable Node background,
            Vocabulary vocabulary,
            LimitTable limits) {
        Node node = CaseFactsText.node(given);
        return of(
                given,
                CaseFacts.of(
                        new WorkedExample(
                                "", rule, Expected.FIRES, null, node, background, Node.scalar(Place.file("case"), "")),
                        vocabulary,
                        limits),
                limits);
    }

    /** Returns the facts of an existing case; null if they are invalid. */
    static @Nullable TestFacts of(Map<String, Object> given, CaseFacts scene, LimitTable limits) {
        EvaluationContext context = scene.evaluationContext(limits);
        Project candidate = scene.candidate();
        return context == null || candidate == null ? null : new TestFacts(given, scene, context, candidate);
    }
}
