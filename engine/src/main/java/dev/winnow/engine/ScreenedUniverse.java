package dev.winnow.engine;

import dev.winnow.engine.internal.score.RankKey;
import dev.winnow.language.PackException;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening;
import dev.winnow.model.source.Internal;
import dev.winnow.model.source.Node;
import dev.winnow.model.universe.Universe;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A universe whose candidates were judged once, so that a further one is judged alone and still has its rank among all. What
 * it says of the further one equals what a screening of everybody would say, rank included.
 *
 * <pre>{@code
 * ScreenedUniverse known = Screener.of(pack).screened(universe); // judges everybody, once
 * Screening one = known.screen(Project.builder("further", "Further plant").endMarkets("automotive"));
 * }</pre>
 *
 * <p>Of those judged before, only what ranks them is kept. Immutable and thread-safe.
 */
public final class ScreenedUniverse {

    /** What is ranked together. */
    private record Group(String city, LocalDate asOf) {

        static Group of(Assessment assessment) {
            return new Group(assessment.city(), assessment.asOf());
        }
    }

    private final Screener screener;
    private final Universe universe;
    /** What whoever is judged can see of the universe: candidates never see each other. */
    private final Universe seen;

    private final AsOfPolicy asOfPolicy;
    private final Set<String> projects;
    /** The places of those judged before, best first. */
    private final Map<Group, RankPlace[]> places = new HashMap<>();

    ScreenedUniverse(Screener screener, Universe universe, AsOfPolicy asOfPolicy) {
        this.screener = screener;
        this.universe = universe;
        this.seen = universe.withoutOpenProjects();
        this.asOfPolicy = asOfPolicy;
        this.projects = Set.copyOf(universe.projectIds());
        Map<Group, List<RankPlace>> judged = new HashMap<>();
        screener.withoutBaseCases()
                .open(universe, asOfPolicy)
                .batches()
                .flatMap(batch -> batch.assess().stream())
                .forEach(one -> judged.computeIfAbsent(Group.of(one), group -> new ArrayList<>())
                        .add(RankPlace.of(one)));
        judged.forEach((group, all) -> places.put(group, all.stream().sorted().toArray(RankPlace[]::new)));
    }

    /** {@return the universe whose candidates were judged, read with the facts that the pack declares} */
    public Universe universe() {
        return universe;
    }

    /**
     * Judges one project in every city.
     *
     * @param candidate the project
     * @return as of {@link #screen(Universe)}
     */
    public Screening screen(Project.Builder candidate) {
        return screen(Universe.builder(universe.vocabulary()).project(candidate).build());
    }

    /**
     * Judges further projects in every city.
     *
     * @param candidates as of {@link #judge}
     * @return their assessments alone, each with its rank among all
     */
    public Screening screen(Universe candidates) {
        return judge(candidates).asked();
    }

    /**
     * Judges further projects in every city, ready to be explained. Everybody else is judged again only where it makes a difference: where the
     * further ones are in a city already, and so change what it has, or bring more than projects.
     *
     * @param candidates a universe of projects: {@linkplain Universe#parse(Map) parsed}, {@linkplain Universe#read read} or
     *     {@linkplain Universe#builder() built}; its name and day do not count
     * @return their assessments alone, each with its rank among all, and the problems of both universes. What could not be
     *     read, or has the id of somebody known, is left out and among the problems
     * @throws PackException if a rule exceeds the budget of an evaluation
     */
    @Internal
    public ScreeningResult judge(Universe candidates) {
        return judge(candidates, Progress.NONE);
    }

    /** The same, reporting the number of pairs that are judged. */
    @Internal
    public ScreeningResult judge(Universe candidates, Progress progress) {
        if (candidates.listed("projects").stream().noneMatch(this::isKnown)) {
            Universe joined = seen.and(candidates);
            if (joined.extendsUnchanged(seen)) {
                ScreeningSession session = screener.open(joined, asOfPolicy);
                return ScreeningResult.of(session, alone(session, fresh(joined), progress));
            }
        }
        Universe joined = universe.and(candidates);
        ScreeningSession session = screener.open(joined, asOfPolicy);
        Set<String> fresh = fresh(joined);
        return ScreeningResult.of(
                session,
                session.screening(progress).assessments().stream()
                        .filter(one -> fresh.contains(one.project()))
                        .toList());
    }

    private boolean isKnown(Node project) {
        Node id = project.get("id");
        return id != null && projects.contains(id.text().strip());
    }

    private Set<String> fresh(Universe joined) {
        Set<String> fresh = new HashSet<>(joined.projectIds());
        fresh.removeIf(projects::contains);
        return fresh;
    }

    /** The number of places, the best first, whose key is better. */
    private static int better(RankPlace[] places, RankKey key) {
        return first(places, place -> place.key().compareTo(key) >= 0);
    }

    /** The number of places, the best first, whose key is no worse. */
    private static int notWorse(RankPlace[] places, RankKey key) {
        return first(places, place -> place.key().compareTo(key) > 0);
    }

    /** The first of some places from which on a condition holds; their number if it does of none. */
    private static int first(RankPlace[] places, Predicate<RankPlace> condition) {
        int from = 0;
        int to = places.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (condition.test(places[middle])) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    private List<Assessment> alone(ScreeningSession session, Set<String> fresh, Progress progress) {
        Map<Group, List<Assessment>> judged = new HashMap<>();
        int all = fresh.size() * universe.cityIds().size();
        int done = 0;
        for (Batch batch : (Iterable<Batch>) session.batches(fresh::contains, city -> true)::iterator) {
            List<Assessment> assessments = batch.assess();
            assessments.forEach(one -> judged.computeIfAbsent(Group.of(one), group -> new ArrayList<>())
                    .add(one));
            done += assessments.size();
            progress.show(done, all);
        }
        List<Assessment> ranked = new ArrayList<>();
        judged.forEach((group, ofGroup) -> {
            RankPlace[] before = places.getOrDefault(group, new RankPlace[0]);
            ofGroup.sort(Comparator.comparing(RankPlace::of));
            RankPlace[] own = ofGroup.stream().map(RankPlace::of).toArray(RankPlace[]::new);
            for (int i = 0; i < own.length; i++) {
                RankKey key = own[i].key();
                int better = better(before, key) + better(own, key);
                int equal = notWorse(before, key) + notWorse(own, key) - better;
                ranked.add(ofGroup.get(i).ranked(better + 1, equal > 1));
            }
        });
        return ranked;
    }
}
