package dev.winnow.engine;

import dev.winnow.engine.CityContext.Footprint;
import dev.winnow.engine.CityContext.PackContext;
import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.evaluate.RuleOutcome;
import dev.winnow.engine.internal.walk.Walker;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.universe.Universe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The evaluation of one project in one city on one day, which can be repeated with other editions of the pack. A rule's
 * outcome is reused while neither the rule nor a limit that it reads changes. Not thread-safe.
 */
public final class Evaluation {

    private final RulePack pack;
    private final AsOfPolicy asOfPolicy;
    private final JudgedPair pair;
    private final Map<Footprint, RuleOutcome> known = new HashMap<>();

    Evaluation(RulePack pack, AsOfPolicy asOfPolicy, JudgedPair pair) {
        this.pack = pack;
        this.asOfPolicy = asOfPolicy;
        this.pair = pair;
        addTo(known);
    }

    /** {@return the id of the project} */
    public String project() {
        return pair.project().id();
    }

    /** {@return the id of the city} */
    public String city() {
        return pair.city().city().id();
    }

    /**
     * Reuses the outcomes of an evaluation of the same candidate under another edition of the pack.
     *
     * @param other an evaluation of the same project, city and day in the same universe
     * @return this evaluation
     */
    public Evaluation reusing(Evaluation other) {
        Map<Footprint, RuleOutcome> all = new HashMap<>();
        other.addTo(all);
        all.forEach(known::putIfAbsent);
        return this;
    }

    private void addTo(Map<Footprint, RuleOutcome> into) {
        List<Footprint> footprints = pair.city().under(pack).footprints();
        for (int i = 0; i < footprints.size(); i++) {
            into.put(footprints.get(i), pair.ways().get(i));
        }
    }

    /**
     * {@return the assessment of the same candidate under another edition of the pack; its rank is 0}
     *
     * @param edition the other edition
     */
    public Assessment under(RulePack edition) {
        PackContext packContext = pair.city().under(edition);
        List<RuleOutcome> anew = new ArrayList<>(packContext.footprints().size());
        for (Footprint footprint : packContext.footprints()) {
            anew.add(known.computeIfAbsent(footprint, any -> walk(any.rule(), packContext.context())));
        }
        return edition.scorer().assess(pair.project(), pair.candidate().illustrative(), packContext.context(), anew);
    }

    private RuleOutcome walk(CheckedRule rule, EvaluationContext context) {
        return Walker.walk(rule, context, pair.project(), Walker.Watch.NONE).outcome();
    }

    /**
     * Evaluates the same project and city in another universe with the same pack.
     *
     * @param other the other universe
     * @return the evaluation there; null if that universe lacks the project or the city
     */
    public @Nullable Evaluation inUniverse(Universe other) {
        return Screener.walking(pack).open(other, asOfPolicy).evaluation(project(), city());
    }
}
