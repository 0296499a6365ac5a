package dev.winnow.engine;

import dev.winnow.language.PackException;
import dev.winnow.model.internal.assumption.Assumptions;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.source.Internal;
import dev.winnow.model.universe.Universe;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is screened, by which pack and as of when, and which of it is asked for. Every screening of the command line, of
 * records and of services is described by one.
 *
 * <pre>{@code
 * ScreeningResult result = ScreeningRequest.of(pack, universe).best(10).screen(Progress.NONE);
 * result.explanations().forEach(one -> show(one));
 * }</pre>
 *
 * @param pack the pack that judges
 * @param universe everything that is screened, with answers laid over it
 * @param asOfPolicy the day as of which candidates are judged, and whether later knowledge counts
 * @param assumptions further assumptions for base cases, which win over those of the universe and of the pack
 * @param matcher the matching algorithm, which changes no result
 * @param projects the ids of the projects that are asked for; null for all
 * @param cities the ids of the cities that are asked for; null for all
 * @param top the number of the best that are asked for; null for all
 */
public record ScreeningRequest(
        RulePack pack,
        Universe universe,
        AsOfPolicy asOfPolicy,
        Assumptions assumptions,
        Matcher matcher,
        @Nullable Set<String> projects,
        @Nullable Set<String> cities,
        @Nullable Integer top) {

    @Internal
    public ScreeningRequest {
        projects = projects == null ? null : Set.copyOf(projects);
        cities = cities == null ? null : Set.copyOf(cities);
    }

    /** {@return a request for all of a universe, on its own day} */
    public static ScreeningRequest of(RulePack pack, Universe universe) {
        return new ScreeningRequest(
                pack, universe, AsOfPolicy.ofUniverse(), Assumptions.NONE, Matcher.FUSED, null, null, null);
    }

    @Override
    @Internal
    public Assumptions assumptions() {
        return assumptions;
    }

    /** {@return the same request with another as-of policy} */
    public ScreeningRequest at(AsOfPolicy other) {
        return new ScreeningRequest(pack, universe, other, assumptions, matcher, projects, cities, top);
    }

    /** {@return the same with further assumptions} */
    @Internal
    public ScreeningRequest assuming(Assumptions further) {
        return new ScreeningRequest(pack, universe, asOfPolicy, further, matcher, projects, cities, top);
    }

    /** {@return the same by another matching algorithm} */
    public ScreeningRequest by(Matcher other) {
        return new ScreeningRequest(pack, universe, asOfPolicy, assumptions, other, projects, cities, top);
    }

    /** {@return the same of another universe} */
    public ScreeningRequest over(Universe other) {
        return new ScreeningRequest(pack, other, asOfPolicy, assumptions, matcher, projects, cities, top);
    }

    /**
     * {@return the same asking for some pairs alone} Ranks still count all that is screened.
     *
     * @param some the ids of projects; null for all
     * @param where the ids of cities; null for all
     */
    public ScreeningRequest asking(@Nullable Collection<String> some, @Nullable Collection<String> where) {
        return new ScreeningRequest(
                pack,
                universe,
                asOfPolicy,
                assumptions,
                matcher,
                some == null ? null : Set.copyOf(some),
                where == null ? null : Set.copyOf(where),
                top);
    }

    /** {@return the same asking for the best alone; null for all} */
    public ScreeningRequest best(@Nullable Integer most) {
        return new ScreeningRequest(pack, universe, asOfPolicy, assumptions, matcher, projects, cities, most);
    }

    /** {@return whether the pairs of a project are asked for, whatever their ranks} */
    public boolean asksForProject(String id) {
        return projects == null || projects.contains(id);
    }

    /** {@return whether the pairs of a city are asked for, whatever their ranks} */
    public boolean asksForCity(String id) {
        return cities == null || cities.contains(id);
    }

    /** {@return whether a pair is asked for, whatever its rank} */
    public boolean asksFor(Assessment pair) {
        return asksForProject(pair.project()) && asksForCity(pair.city());
    }

    /** {@return a screener for requests that differ in their universe alone} */
    public Screener screener() {
        return Screener.of(pack, matcher).assuming(assumptions);
    }

    /**
     * Opens the universe, to judge pairs of it one by one or in batches.
     *
     * @throws PackException if pack and universe have different currencies
     */
    public ScreeningSession open() {
        return screener().open(universe, asOfPolicy);
    }

    /**
     * Screens what is asked for.
     *
     * @param progress is called as pairs are judged
     * @throws PackException if pack and universe have different currencies, or a rule exceeds the budget of an evaluation
     */
    public ScreeningResult screen(Progress progress) {
        return open().result(progress).asking(this::asksFor).best(top);
    }
}
