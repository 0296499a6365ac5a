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
 * A screening to run: the pack, the universe, the as-of date, and the results to return. The command line, records and
 * services all describe their screenings this way.
 *
 * <pre>{@code
 * ScreeningResult result = ScreeningRequest.of(pack, universe).best(10).screen(Progress.NONE);
 * result.explanations().forEach(one -> show(one));
 * }</pre>
 *
 * @param pack the pack that judges
 * @param universe the facts, including answers
 * @param asOfPolicy the as-of date, and whether later knowledge counts
 * @param assumptions further assumptions for base cases, which take precedence over those of universe and pack
 * @param matcher the matching algorithm, which does not change results
 * @param projects the ids of the projects to return; null for all
 * @param cities the ids of the cities to return; null for all
 * @param top the number of best results to return; null for all
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

    /** {@return a request for all pairs of a universe, as of its own date} */
    public static ScreeningRequest of(RulePack pack, Universe universe) {
        return new ScreeningRequest(
                pack, universe, AsOfPolicy.ofUniverse(), Assumptions.NONE, Matcher.FUSED, null, null, null);
    }

    @Override
    @Internal
    public Assumptions assumptions() {
        return assumptions;
    }

    /** {@return this request with another as-of policy} */
    public ScreeningRequest at(AsOfPolicy other) {
        return new ScreeningRequest(pack, universe, other, assumptions, matcher, projects, cities, top);
    }

    /** {@return this request with further assumptions} */
    @Internal
    public ScreeningRequest assuming(Assumptions further) {
        return new ScreeningRequest(pack, universe, asOfPolicy, further, matcher, projects, cities, top);
    }

    /** {@return this request with another matching algorithm} */
    public ScreeningRequest by(Matcher other) {
        return new ScreeningRequest(pack, universe, asOfPolicy, assumptions, other, projects, cities, top);
    }

    /** {@return this request with another universe} */
    public ScreeningRequest over(Universe other) {
        return new ScreeningRequest(pack, other, asOfPolicy, assumptions, matcher, projects, cities, top);
    }

    /**
     * {@return this request limited to some projects and cities} Ranks still count all screened candidates.
     *
     * @param some ids of projects; null for all
     * @param where ids of cities; null for all
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

    /**
     * {@return this request limited to the best results}
     *
     * @param most the number of results; null for all
     */
    public ScreeningRequest best(@Nullable Integer most) {
        return new ScreeningRequest(pack, universe, asOfPolicy, assumptions, matcher, projects, cities, most);
    }

    /** {@return whether a project is among those requested} */
    public boolean asksForProject(String id) {
        return projects == null || projects.contains(id);
    }

    /** {@return whether a city is among those requested} */
    public boolean asksForCity(String id) {
        return cities == null || cities.contains(id);
    }

    /** {@return whether the project and city of an assessment are among those requested} */
    public boolean asksFor(Assessment pair) {
        return asksForProject(pair.project()) && asksForCity(pair.city());
    }

    /** {@return a screener, which can be shared by requests that differ only in their universe} */
    public Screener screener() {
        return Screener.of(pack, matcher).assuming(assumptions);
    }

    /**
     * Opens the universe, to judge its pairs one by one or in batches.
     *
     * @throws PackException if pack and universe have different currencies
     */
    public ScreeningSession open() {
        return screener().open(universe, asOfPolicy);
    }

    /**
     * Runs the screening.
     *
     * @param progress called as pairs are judged
     * @throws PackException if pack and universe have different currencies, or a rule exceeds the evaluation budget
     */
    public ScreeningResult screen(Progress progress) {
        return screen(progress, false);
    }

    /** As {@link #screen}, on all processors of the machine if there are many candidates. */
    @Internal
    public ScreeningResult screenInParallel(Progress progress) {
        return screen(progress, true);
    }

    private ScreeningResult screen(Progress progress, boolean parallel) {
        return open().result(progress, parallel).asking(this::asksFor).best(top);
    }
}
