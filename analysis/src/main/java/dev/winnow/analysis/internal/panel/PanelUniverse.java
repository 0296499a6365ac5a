package dev.winnow.analysis.internal.panel;

import dev.winnow.engine.RulePack;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.Reads;
import dev.winnow.model.internal.panel.Panel;
import dev.winnow.model.internal.panel.PanelFacts;
import dev.winnow.model.internal.panel.PanelReader;
import dev.winnow.model.internal.panel.PanelScope;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A universe in which the facts that a panel judges have the values that it gives them.
 *
 * @param panel the panel with its judgements
 * @param scope the names that it may use, and the facts that it judges
 * @param stated the universe without the values of the panel
 */
public record PanelUniverse(Panel panel, PanelScope scope, Universe stated) {

    /** Returns the names that a panel may use, of a pack and a universe that was read with the facts of the pack. */
    public static PanelScope scope(RulePack pack, Universe universe) {
        Map<String, Set<String>> criteria = new TreeMap<>();
        pack.criteria().forEach(criterion -> criteria.put(criterion.id(), new TreeSet<>()));
        for (CheckedRule rule : pack.checkedRules()) {
            criteria.computeIfPresent(pack.summary(rule).criterion(), (id, facts) -> {
                facts.addAll(Reads.facts(rule));
                return facts;
            });
        }
        return new PanelScope(
                pack.vocabulary(),
                universe.projectIds(),
                universe.cityIds(),
                universe.money(),
                universe.rates(),
                criteria);
    }

    /**
     * Reads a panel and applies it to a universe.
     *
     * @param problems receives the problems of its files
     * @param notes receives notes about rounds without judgements
     * @return null if the panel's file has no usable header
     */
    public static @Nullable PanelUniverse read(
            Path file, RulePack pack, Universe universe, List<Problem> problems, List<Problem> notes) {
        Universe stated = universe.with(pack.vocabulary()).countedIn(pack.money());
        PanelScope scope = scope(pack, stated);
        Panel panel = PanelReader.read(file, scope, problems, notes);
        return panel == null ? null : new PanelUniverse(panel, scope, stated);
    }

    /** Returns the values of the panel. */
    public PanelFacts facts() {
        return new PanelFacts(panel, scope);
    }

    /** Returns the universe with the values of the panel. */
    public Universe universe() {
        return stated.judged(facts().document());
    }

    /** Returns the same universe with another panel. */
    PanelUniverse with(Panel other) {
        return new PanelUniverse(other, scope, stated);
    }
}
