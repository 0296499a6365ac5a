package dev.winnow.engine;

import dev.winnow.engine.WorkedExample.Expected;
import dev.winnow.model.Node;
import dev.winnow.model.Place;
import dev.winnow.model.Project;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Facts on which rules can be judged.
 *
 * @param given what a case gives
 * @param scene the same, read
 * @param surroundings what the candidate is judged against
 * @param candidate the candidate
 */
record Staged(Map<String, Object> given, CaseScene scene, Surroundings surroundings, Project candidate) {

    /** Null if such a case could not be read. */
    static @Nullable Staged of(String rule, Map<String, Object> given, @Nullable Node background, LimitTable limits) {
        Node node = SceneText.node(given);
        return of(
                given,
                CaseScene.of(
                        new WorkedExample(
                                "", rule, Expected.FIRES, null, node, background, Node.scalar(Place.file("case"), "")),
                        limits),
                limits);
    }

    /** A case as it stands; null if it cannot be read. */
    static @Nullable Staged of(Map<String, Object> given, CaseScene scene, LimitTable limits) {
        Surroundings surroundings = scene.surroundings(limits);
        Project candidate = scene.candidate();
        return surroundings == null || candidate == null ? null : new Staged(given, scene, surroundings, candidate);
    }

    RuleResult judge(CheckedRule rule) {
        return RuleResult.walked(rule, surroundings, candidate);
    }

    /** @param limits the pack's limits, which a variant may have changed */
    RuleResult judge(Variant variant, LimitTable limits) {
        Surroundings changed = variant.limits() == limits ? surroundings : scene.surroundings(variant.limits());
        return changed == null ? judge(variant.rule()) : RuleResult.walked(variant.rule(), changed, candidate);
    }
}
